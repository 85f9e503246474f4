import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changeGroups, movePage } from "~/features/arrangement";
import { changeFrom } from "~/features/arrangement/arranging";
import { conflictWords, sayRefusal } from "~/features/arrangement/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuseWith } from "~/session/forms.server";
import { BackLink, Button, ButtonGroup, ErrorSummary, formOf, InsetText, PageHeading, pressOf, Radios, readForm, type RouteHandle, Select, valueOf } from "~/ui";

export const handle = { access: { who: "visible", record: "arrangement" }, title: (data: { page: { authority: { name: string } } }) => `Move or swap ${data.page.authority.name}` } satisfies RouteHandle;

/** So many changes are offered by name, the best first; the others are in a list. */
const first = 8;

async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await movePage(actor, args.params["cycleId"], args.params["arrangementId"], new URL(args.request.url).searchParams.get("authority"));
  if (!page) throw notFound();
  return { actor, page, board: `/rounds/${page.round.id}/arrangements/${page.draft.id}` };
}

export async function loader(args: LoaderFunctionArgs) {
  const { page, board } = await pageOf(args);
  return { page, board, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, page, board } = await pageOf(args);
  const values = readForm(await readBody(args.request));
  const chosen = valueOf({ values, errors: {} }, "change");
  const key = chosen === "other" ? valueOf({ values, errors: {} }, "other") : chosen;
  const change = changeFrom(page.authority.id, key);
  if (!change) return refuseWith(values, "Choose where it goes", chosen === "other" ? "other" : "change");
  const saved = await changeGroups(page.draft.id, change, actor, pressOf(values));
  if (saved.kind === "conflict") return conflicted(values, conflictWords);
  if (saved.kind === "refused") return refuseWith(values, sayRefusal(saved.reason), "change");
  const made = page.choices.find((choice) => choice.key === key);
  const title = change.kind === "swap" ? `${page.authority.name} has changed places` : `${page.authority.name} is in group ${change.to}`;
  throw await redirectWith(board, { title, ...(made ? { text: `${change.kind === "swap" ? `${made.words.replace(/^Change places with /, "With ")}: ` : ""}${made.effect}.` } : {}), kind: made && !made.harmless ? "notice" : "success" });
}

export default function MoveRoute() {
  const { page, board, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({});
  const { authority, from, choices } = page;
  const rest = choices.slice(first);
  const described = (choice: (typeof choices)[number]) => ({ value: choice.key, label: choice.words, hint: choice.harmless ? choice.effect : <><span className="app-warned">Warning: </span>{choice.effect}</> });
  return (
    <>
      <BackLink href={board}>Back to the board</BackLink>
      <div className="app-measure">
        <ErrorSummary form={form} />
        <PageHeading caption={page.draft.name}>Move or swap {authority.name}</PageHeading>
        <p className="govuk-body">{from > 0 ? `${authority.name} is in group ${from} with ${page.with.join(", ") || "nobody else"}.` : `${authority.name} is in no group yet.`}</p>
        {page.draft.published ? <InsetText>{sayRefusal("published")}</InsetText> : page.kept ? <InsetText>Group {from} is kept as it is. Go back and stop keeping it first.</InsetText> : (
          <form method="post" noValidate>
            <input type="hidden" name="revision" value={page.draft.revision} />
            <input type="hidden" name="requestKey" value={requestKey} />
            <Radios
              form={form} name="change" label="What should change?" size="m" hint="The best changes come first. Each says what it does to the whole arrangement"
              choices={[
                ...choices.slice(0, first).map(described),
                ...(rest.length > 0 ? [{ value: "other", label: "Another change", reveals: <Select form={form} name="other" label={`The other ${rest.length} changes`} blank="Choose" options={rest.map((choice) => ({ value: choice.key, label: `${choice.words}: ${choice.effect}` }))} /> }] : []),
              ]}
            />
            <ButtonGroup><Button>Make this change</Button><a className="govuk-link" href={board}>Leave it where it is</a></ButtonGroup>
          </form>
        )}
      </div>
    </>
  );
}
