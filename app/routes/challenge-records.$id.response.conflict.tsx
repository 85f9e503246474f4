import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { RecordTop, nameOf } from "~/features/challenge-record/parts";
import { headOf } from "~/features/challenge-record/queries.server";
import { openConflicts } from "~/features/kept-text";
import { conflictChoice } from "~/features/kept-text/forms";
import { ConflictChoice } from "~/features/kept-text/parts";
import { settleResponse } from "~/features/letter";
import { isHost } from "~/features/letter/access";
import { RESPONSE_KEY } from "~/features/letter/content";
import { outcomeOf } from "~/features/letter/outcome";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, parseForm, refuse } from "~/session/forms.server";
import { EmptyState, ErrorSummary, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "challenge-record" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Two versions of the response: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !isHost(head)) throw notFound();
  return { head, conflicts: await openConflicts(head.id, { prefix: RESPONSE_KEY }) };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || !isHost(head)) throw notFound();
  const read = await parseForm(args.request, conflictChoice);
  if (!read.ok) return refuse(read.form);
  const settled = await settleResponse({ recordId: head.id, actor, keptId: read.data.keptId, take: read.data.take, baseRevision: read.data.revision });
  const here = `/challenge-records/${head.id}/response`;
  if (settled.kind === "conflict") return redirectWith(`${here}/conflict`, { kind: "notice", title: "The response has changed once more", text: "Look at both versions again before you choose. Nothing is lost." });
  const outcome = outcomeOf(settled);
  if (outcome.ok) return redirectWith(here, { title: "Settled", text: "The version not chosen stays in the history." });
  return notDone(outcome, read.values);
}

export default function ResponseConflictRoute() {
  const { head, conflicts } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const [conflict] = conflicts;
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <RecordTop head={head} heading="Two versions of the response" />
      {conflict ? <ConflictChoice conflict={conflict} form={answered?.form} what="response" cancelHref={`/challenge-records/${head.id}/response`} /> : <EmptyState title="There is nothing to choose">The response was not written by two people at once.</EmptyState>}
    </>
  );
}
