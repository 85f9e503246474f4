import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf } from "~/features/challenge-record/queries.server";
import { openConflicts } from "~/features/kept-text";
import { conflictChoice } from "~/features/kept-text/forms";
import { ConflictChoice } from "~/features/kept-text/parts";
import { settleLetterConflict } from "~/features/letter";
import { readsDraft } from "~/features/letter/access";
import { LETTER_KEYS } from "~/features/letter/content";
import { outcomeOf } from "~/features/letter/outcome";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, parseForm, refuse } from "~/session/forms.server";
import { EmptyState, ErrorSummary, counted, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Two versions: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !readsDraft(head)) throw notFound();
  return { head, conflicts: await openConflicts(head.id, { prefix: LETTER_KEYS }) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !readsDraft(head)) throw notFound();
  const read = await parseForm(args.request, conflictChoice);
  if (!read.ok) return refuse(read.form);
  const { keptId, revision, take } = read.data;
  const here = `/challenge-records/${head.id}/letter/conflicts`;
  const settled = await settleLetterConflict({ recordId: head.id, actor, keptId, take, baseRevision: revision });
  if (settled.kind === "conflict") return redirectWith(here, { kind: "notice", title: "The paragraph has changed once more", text: "Look at both versions again before you choose. Nothing is lost." });
  const outcome = outcomeOf(settled);
  if (!outcome.ok) {
    return notDone(outcome, read.values);
  }
  const left = (await openConflicts(head.id, { prefix: LETTER_KEYS })).length;
  return redirectWith(left > 0 ? here : `/challenge-records/${head.id}/letter`, { title: "Settled", text: "The version not chosen stays in the paragraph’s history." });
}

export default function ConflictsRoute() {
  const { head, conflicts } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  // One at a time: the oldest. The next comes when this one is settled.
  const [conflict] = conflicts;
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading="Two versions of a paragraph" />
      {conflict ? (
        <>
          <p className="govuk-body">{counted(conflicts.length, "paragraph or heading", "paragraphs or headings")} to settle.</p>
          <ConflictChoice conflict={conflict} form={answered?.form} what="paragraph" cancelHref={`/challenge-records/${head.id}/letter`} />
        </>
      ) : <EmptyState title="There is nothing to choose">No paragraph was written by two people at once.</EmptyState>}
    </>
  );
}
