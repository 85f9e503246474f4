import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { draftAndFacts, namesIn, replaceGroups } from "~/features/arrangement";
import { readTyped } from "~/features/arrangement/forms";
import { takingPart } from "~/features/arrangement/question";
import { conflictWords, sayRefusal } from "~/features/arrangement/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { BackLink, Button, ButtonGroup, counted, Details, ErrorSummary, formOf, PageHeading, pressOf, readForm, type RouteHandle, TextArea } from "~/ui";

export const handle = { access: { who: "visible", record: "arrangement" }, title: "Type the groups" } satisfies RouteHandle;

async function start(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const found = await draftAndFacts(actor, args.params["cycleId"], args.params["arrangementId"]);
  if (!found) throw notFound();
  const members = takingPart(found.facts, found.rules).map(({ id, name }) => ({ id, name }));
  return { actor, ...found, members, board: `/rounds/${found.round.id}/arrangements/${found.draft.id}` };
}

export async function loader(args: LoaderFunctionArgs) {
  const { draft, facts, groups, members, board } = await start(args);
  const nameOf = namesIn(facts);
  return { board, draft: { name: draft.name, revision: draft.revision }, members, typed: groups.map((group) => group.members.map(nameOf).join(", ")).join("\n") };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, draft, members, board } = await start(args);
  const values = readForm(await readBody(args.request));
  const read = readTyped(values, members);
  if (!read.ok) return refuse(read.form);
  const saved = await replaceGroups(draft.id, read.data, "typed the groups", actor, pressOf(values));
  if (saved.kind === "conflict") return conflicted(values, conflictWords);
  if (saved.kind === "refused") return refuseWith(values, sayRefusal(saved.reason), "groups");
  throw await redirectWith(board, { title: `${counted(read.data.length, "group has", "groups have")} been set`, text: "The board says what they are worth." });
}

export default function TypeRoute() {
  const { board, draft, members, typed } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ groups: typed });
  return (
    <>
      <BackLink href={board}>Back to the board</BackLink>
      <div className="app-measure">
        <ErrorSummary form={form} />
        <PageHeading caption={draft.name}>Type or paste the groups</PageHeading>
        <form method="post" noValidate>
          <input type="hidden" name="revision" value={draft.revision} />
          <TextArea form={form} name="groups" label="Groups" hint="One group on each line, names between commas: Kent, Medway, Surrey" rows={Math.min(40, Math.max(8, Math.ceil(members.length / 3) + 2))} size="s" spellCheck={false} />
          <Details summary={`The ${members.length} authorities to be grouped`}><p className="govuk-body">{members.map(({ name }) => name).join(", ")}</p></Details>
          <ButtonGroup><Button>Set these groups</Button><a className="govuk-link" href={board}>Cancel</a></ButtonGroup>
        </form>
      </div>
    </>
  );
}
