import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { settleFinding } from "~/features/challenge-record";
import { RecordTop, nameOf } from "~/features/challenge-record/components/record-top";
import { findingFor } from "~/features/challenge-record/finding-page.server";
import { textKey } from "~/features/challenge-record/findings";
import { outcomeOf } from "~/features/challenge-record/outcome";
import { openConflicts } from "~/features/kept-text";
import { conflictChoice } from "~/features/kept-text/forms";
import { ConflictChoice } from "~/features/kept-text/parts";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { parseForm, refuse, refuseWith } from "~/session/forms.server";
import { EmptyState, ErrorSummary, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Two versions of a finding: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await findingFor(actor, args.params["id"], args.params["findingId"]);
  // Whose finding it is, or who leads, settles it.
  if (!page?.mayChange) throw notFound();
  const key = textKey(page.finding.id);
  const conflicts = (await openConflicts(page.head.id, { prefix: key })).filter((conflict) => conflict.key === key);
  return { head: page.head, findingId: page.finding.id, conflicts };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const page = await findingFor(actor, args.params["id"], args.params["findingId"]);
  if (!page?.mayChange) throw notFound();
  const here = `/challenge-records/${page.head.id}/findings/${page.finding.id}`;
  const read = await parseForm(args.request, conflictChoice);
  if (!read.ok) return refuse(read.form);
  const result = await settleFinding({ recordId: page.head.id, actor, keptId: read.data.keptId, take: read.data.take, baseRevision: read.data.revision });
  if (result.kind === "conflict") return redirectWith(`${here}/conflicts`, { kind: "notice", title: "The finding has changed once more", text: "Look at both versions again before you choose. Nothing is lost." });
  const outcome = outcomeOf(result);
  if (!outcome.ok) return outcome.status === 404 ? Promise.reject(notFound()) : refuseWith(read.values, outcome.message);
  return redirectWith(here, { title: "Settled", text: "The version not chosen stays in the finding’s history." });
}

export default function FindingConflictsRoute() {
  const { head, findingId, conflicts } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const list = `/challenge-records/${head.id}/findings`;
  // One at a time: the oldest. The next comes when this one is settled.
  const [conflict] = conflicts;
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading="Two versions of a finding" further={{ label: "Findings", href: list }} />
      {conflict ? <ConflictChoice conflict={conflict} form={answered?.form} cancelHref={list} what="finding" /> : (
        <EmptyState title="There is nothing to choose"><a className="govuk-link" href={`${list}/${findingId}`}>Back to the finding</a></EmptyState>
      )}
    </>
  );
}
