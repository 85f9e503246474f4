import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { draftAndFacts, removeArrangement } from "~/features/arrangement";
import { conflictWords, sayRefusal } from "~/features/arrangement/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuseWith } from "~/session/forms.server";
import { BackLink, blankForm, ButtonGroup, ErrorSummary, PageHeading, pressOf, readForm, type RouteHandle, WarningButton } from "~/ui";

export const handle = { access: { who: "visible", record: "arrangement" }, title: "Remove the draft" } satisfies RouteHandle;

async function start(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const found = await draftAndFacts(actor, args.params["cycleId"], args.params["arrangementId"]);
  if (!found) throw notFound();
  return { actor, ...found };
}

export async function loader(args: LoaderFunctionArgs) {
  const { round, draft } = await start(args);
  return { round, draft: { id: draft.id, name: draft.name, revision: draft.revision } };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, round, draft } = await start(args);
  const values = readForm(await readBody(args.request));
  const removed = await removeArrangement(draft.id, actor, pressOf(values));
  if (removed.kind === "conflict") return conflicted(values, conflictWords);
  if (removed.kind === "refused") return refuseWith(values, sayRefusal(removed.reason));
  throw await redirectWith(`/rounds/${round.id}/arrangements`, { title: `The draft “${draft.name}” has been removed` });
}

export default function RemoveRoute() {
  const { round, draft } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? blankForm;
  const board = `/rounds/${round.id}/arrangements/${draft.id}`;
  return (
    <>
      <BackLink href={board}>Back to the board</BackLink>
      <div className="app-measure">
        <ErrorSummary form={form} />
        <PageHeading caption={`${round.region} round ${round.name}`}>Remove the draft “{draft.name}”</PageHeading>
        <p className="govuk-body">Its groups, its rules and what was changed in it are gone for good. Other drafts stay, and nobody is told: nobody else has seen it.</p>
        <form method="post">
          <input type="hidden" name="revision" value={draft.revision} />
          <ButtonGroup><WarningButton>Remove this draft</WarningButton><a className="govuk-link" href={board}>Keep it</a></ButtonGroup>
        </form>
      </div>
    </>
  );
}
