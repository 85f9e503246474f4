import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { askSearch, changeRules, draftAndFacts, rulesChoices, waitForSearch } from "~/features/arrangement";
import { RulesFields } from "~/features/arrangement/components/rules-fields";
import { readRules, rulesValues } from "~/features/arrangement/forms";
import { conflictWords, sayRefusal } from "~/features/arrangement/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { BackLink, Button, ButtonGroup, ErrorSummary, formOf, PageHeading, pressOf, readForm, type RouteHandle, valueOf } from "~/ui";

export const handle = { access: { who: "visible", record: "arrangement" }, title: "Change the rules" } satisfies RouteHandle;

async function start(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const found = await draftAndFacts(actor, args.params["cycleId"], args.params["arrangementId"]);
  if (!found) throw notFound();
  return { actor, ...found, choices: rulesChoices(found.facts) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { round, draft, rules, choices } = await start(args);
  const board = `/rounds/${round.id}/arrangements/${draft.id}`;
  if (draft.publishedAt) throw await redirectWith(board, { kind: "notice", title: "The rules cannot be changed now", text: sayRefusal("published") });
  return { round, board, revision: draft.revision, choices, start: rulesValues(draft.name, rules, choices) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, round, draft, choices } = await start(args);
  const values = readForm(await readBody(args.request));
  const read = readRules(values, choices);
  if (!read.ok) return refuse(read.form);
  const saved = await changeRules(draft.id, read.data, actor, pressOf(values));
  if (saved.kind === "conflict") return conflicted(values, conflictWords);
  if (saved.kind === "refused") return refuseWith(values, sayRefusal(saved.reason));
  const board = `/rounds/${round.id}/arrangements/${draft.id}`;
  if (valueOf({ values, errors: {} }, "then") !== "search") throw await redirectWith(board, { title: "The rules have been saved", text: "The groups stay as they are until you search again." });
  const asked = await askSearch(draft.id, "groups", actor);
  if (asked.kind === "refused") return refuseWith(values, asked.words ?? sayRefusal(asked.reason), "members");
  if (asked.kind === "asked") await waitForSearch(asked.searchId, 3_500);
  throw redirect(board);
}

export default function RulesRoute() {
  const { round, board, revision, choices, start: values } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(values);
  return (
    <>
      <BackLink href={board}>Back to the board</BackLink>
      <div className="app-measure">
        <ErrorSummary form={form} />
        <PageHeading caption={`${round.region} round ${round.name}`}>Change the rules</PageHeading>
        <form method="post" noValidate>
          <input type="hidden" name="revision" value={revision} />
          <RulesFields form={form} {...choices} />
          <ButtonGroup>
            <Button name="then" value="search">Save and find the best groups</Button>
            <Button kind="secondary" name="then" value="save">Save the rules</Button>
            <a className="govuk-link" href={board}>Cancel</a>
          </ButtonGroup>
        </form>
      </div>
    </>
  );
}
