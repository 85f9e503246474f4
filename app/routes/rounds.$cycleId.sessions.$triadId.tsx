import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { roundPage } from "~/features/cycle";
import { changeProposal, proposalOf } from "~/features/triad";
import { PlacingFields } from "~/features/triad/components/placing-fields";
import { fieldOf, readPlacing } from "~/features/triad/placing";
import { sayRefusal } from "~/features/triad/refusals";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuse, refuseWith } from "~/session/forms.server";
import { BackLink, Button, ButtonGroup, dateParts, ErrorSummary, formOf, PageHeading, pressOf, readForm, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "cycle" }, title: (page: { number: number }) => `Change the proposal for triad ${page.number}` } satisfies RouteHandle;

async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await roundPage(actor, args.params["cycleId"]);
  if (!round?.mayRun) throw notFound();
  const page = await proposalOf(round.id);
  const session = page.proposal?.sessions.find((one) => one.triadId === args.params["triadId"]);
  const group = page.groups.find((one) => one.id === session?.triadId);
  if (!session || !group) throw notFound();
  return { actor, round, page, session, group };
}

export async function loader(args: LoaderFunctionArgs) {
  const { round, page, session, group } = await pageOf(args);
  return {
    round: { id: round.id, name: round.name, region: round.region }, revision: page.revision, number: group.number, session,
    members: group.members.map((member) => ({ ...member, venue: group.offers.find((offer) => offer.authorityId === member.id)?.venue ?? null })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, round, session } = await pageOf(args);
  const values = readForm(await readBody(args.request));
  const read = readPlacing(values, null);
  if (!read.ok) return refuse({ values, errors: read.errors });
  const changed = await changeProposal({ cycleId: round.id, triadId: session.triadId, expectedRevision: pressOf(values).expectedRevision ?? 0, actor, ...read.placing });
  if (changed.kind === "conflict") return conflicted(values, "The proposal changed while you were looking at it. Nothing was done. What you typed is still here: open the proposal again and compare.");
  if (changed.kind === "refused") return refuseWith(values, sayRefusal(changed.reason), fieldOf(changed.reason));
  return redirectWith(`/rounds/${round.id}/sessions`, { title: "The proposal is changed", text: "Look at what is said beside it before you send it." });
}

export default function ChangeRoute() {
  const { round, revision, number, session, members } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const form = answered?.form ?? formOf({ ...(session.day ? dateParts("day", session.day) : {}), startsAt: session.startsAt, endsAt: session.endsAt, hostId: session.hostId ?? "", venue: session.venue });
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <BackLink href={`/rounds/${round.id}/sessions`}>Back to the sessions</BackLink>
      <PageHeading caption={`${round.region} round ${round.name}`}>Change the proposal for triad {number}</PageHeading>
      <form method="post" noValidate className="app-measure">
        <input type="hidden" name="revision" value={revision} />
        <p className="govuk-body">Nobody is told yet: the proposal is yours until you send it.</p>
        <PlacingFields form={form} members={members} withDay />
        <ButtonGroup><Button>Change the proposal</Button><a className="govuk-link" href={`/rounds/${round.id}/sessions`}>Leave it as it is</a></ButtonGroup>
      </form>
    </>
  );
}
