import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { roundPage } from "~/features/cycle";
import { makeProposal, proposalOf, sendProposal, triadsOf } from "~/features/triad";
import { posted } from "~/features/triad/forms";
import { warningsOf } from "~/features/triad/proposing.server";
import { sayRefusal } from "~/features/triad/refusals";
import { statePillOf } from "~/features/triad/words";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { conflicted, readBody, refuseWith } from "~/session/forms.server";
import { BackLink, Button, ButtonGroup, Card, Certificate, counted, ErrorSummary, formatDate, InsetText, PageHeading, Pill, PressFields, pressOf, readForm, type RouteHandle, Table, valuesOf } from "~/ui";

export const handle = { access: { who: "visible", record: "cycle" }, title: (page: { round: { region: string; name: string } }) => `Sessions of the ${page.round.region} round ${page.round.name}` } satisfies RouteHandle;

async function pageOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const round = await roundPage(actor, args.params["cycleId"]);
  if (!round?.mayRun) throw notFound();
  return { actor, round };
}

export async function loader(args: LoaderFunctionArgs) {
  const { round } = await pageOf(args);
  const [triads, page] = await Promise.all([triadsOf(round.id), proposalOf(round.id)]);
  const sessions = page.proposal?.sessions ?? [];
  return {
    round: { id: round.id, name: round.name, region: round.region },
    triads, waiting: page.groups.length, revision: page.revision, proven: page.proposal?.proven ?? false, requestKey: randomUUID(),
    sessions: sessions.flatMap((session) => {
      const group = page.groups.find((one) => one.id === session.triadId);
      if (!group) return [];
      const team = session.challengers.map((id) => ({ name: page.pool.find((one) => one.id === id)?.name ?? "somebody no longer available", leads: id === session.lead }));
      const members = group.members.map((member) => ({ ...member, venue: group.offers.find((offer) => offer.authorityId === member.id)?.venue ?? null }));
      return [{ ...session, number: group.number, members, team, host: members.find((member) => member.id === session.hostId)?.name ?? null, warnings: warningsOf(session, group, sessions, page.pool, page.groups) }];
    }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, round } = await pageOf(args);
  const values = readForm(await readBody(args.request));
  const here = `/rounds/${round.id}/sessions`;
  const { expectedRevision = 0, requestKey } = pressOf(values);
  const intent = posted(values, "intent");
  const stale = "The proposal changed while you were looking at it. Nothing was done. Read it again, then press once more.";
  if (intent === "find") {
    const made = await makeProposal(round.id, actor);
    return made.kind === "refused" ? refuseWith(values, sayRefusal(made.reason)) : redirectWith(here, { title: "A proposal is made", text: "Only you see it. Change what you like, then send it." });
  }
  const sent = await sendProposal({ cycleId: round.id, triadIds: valuesOf({ values, errors: {} }, "send"), expectedRevision, actor, requestKey });
  if (sent.kind === "conflict") return conflicted(values, stale);
  if (sent.kind === "refused") return refuseWith(values, sayRefusal(sent.reason));
  return redirectWith(here, { title: `Sent to ${counted(sent.groups, "group")}`, text: `${counted(sent.told, "person is", "people are")} told by email and asked who comes.` });
}

/** States in which challengers are asked, and those in which they are there. */
const OPEN: ReadonlySet<string> = new Set(["confirmed", "packsReleased"]);
const STAFFED: ReadonlySet<string> = new Set([...OPEN, "held", "agreed", "closed", "postponed"]);

export default function SessionsRoute() {
  const { round, triads, waiting, sessions, revision, proven, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const typed = answered?.form;
  const placed = sessions.filter((session) => session.day !== null);
  return (
    <>
      <ErrorSummary form={typed} />
      <BackLink href={`/rounds/${round.id}`}>Back to the round</BackLink>
      <PageHeading caption={`${round.region} round ${round.name}`}>Sessions</PageHeading>
      <Table
        caption="Groups of the round"
        columns={[
          { key: "group", heading: "Group", cell: (triad: (typeof triads)[number]) => <a className="govuk-link" href={`/triads/${triad.id}`}>{triad.title}</a> },
          { key: "state", heading: "State", cell: (triad) => <Pill kind={statePillOf(triad.state)}>{triad.label}</Pill> },
          { key: "day", heading: "Session", cell: (triad) => (triad.sessionOn ? `${formatDate(triad.sessionOn, { year: true })}${triad.host ? `, at ${triad.host}` : ""}` : "no day yet") },
          { key: "challengers", heading: "Challengers", cell: (triad) => (STAFFED.has(triad.state) ? <>{triad.challengers} of {triad.challengersWanted}{triad.challengers < triad.challengersWanted && OPEN.has(triad.state) ? <> <a className="govuk-link" href={`/triads/${triad.id}/team`}>Ask another<span className="govuk-visually-hidden"> for triad {triad.number}</span></a></> : null}</> : "not asked yet") },
        ]}
        rows={triads}
        rowKey={(triad) => triad.id}
        empty="The groups of this round are not published yet. Do that on the triad board."
      />
      <p className="govuk-body"><a className="govuk-link" href={`/rounds/${round.id}/blocked`}>Days without sessions: half terms, conferences</a></p>
      {waiting > 0 ? (
        <>
          <h2 className="govuk-heading-m">Proposal for {counted(waiting, "group")} that {waiting === 1 ? "waits" : "wait"} for a day</h2>
          <p className="govuk-body">Days, hosts and challengers are found for all of them together, from what the authorities answered. Nobody else sees it until you send it.</p>
          <form method="post" noValidate>
            <input type="hidden" name="intent" value="find" />
            <Button kind={sessions.length > 0 ? "secondary" : "main"}>{sessions.length > 0 ? "Find again" : "Find days, hosts and challengers"}</Button>
          </form>
        </>
      ) : null}
      {sessions.length > 0 ? (
        <>
          {proven ? <Certificate title="Proven.">No other choice places more groups, or places as many with fewer compromises.</Certificate> : null}
          <form method="post" noValidate className="app-measure">
            <PressFields revision={revision} requestKey={requestKey} />
            <input type="hidden" name="intent" value="send" />
            {sessions.map((session) => (
              <Card key={session.triadId} heading={`Triad ${session.number}: ${session.members.map((member) => member.name).join(", ")}`}>
                {session.day ? (
                  <p className="govuk-body"><b>{formatDate(session.day, { year: true })}</b>, {session.startsAt} to {session.endsAt}, hosted by {session.host ?? "nobody yet"}{session.venue ? ` (${session.venue})` : ""}. {session.team.length > 0 ? `Challengers: ${session.team.map((one) => (one.leads ? `${one.name} (leads)` : one.name)).join(", ")}.` : "No challengers."}{session.byHand ? " Changed by hand." : ""}</p>
                ) : <p className="govuk-body"><b>No day was found.</b> {session.reason} Set a day by hand, or offer dates again on the group’s page.</p>}
                {session.warnings.length > 0 ? <ul className="govuk-list govuk-list--bullet">{session.warnings.map((warning) => <li key={warning}>{warning}</li>)}</ul> : null}
                {session.day ? <SendTick id={session.triadId} label={`Send this to triad ${session.number}`} checked={typed === undefined || valuesOf(typed, "send").includes(session.triadId)} /> : null}
                <p className="govuk-body"><a className="govuk-link" href={`/rounds/${round.id}/sessions/${session.triadId}`}>Change triad {session.number} by hand</a></p>
              </Card>
            ))}
            {placed.length > 0 ? (
              <>
                <InsetText>Told by email: directors and delegates of the groups ticked, who are asked to say who comes.</InsetText>
                <ButtonGroup><Button>Send the proposal</Button></ButtonGroup>
              </>
            ) : null}
          </form>
        </>
      ) : null}
    </>
  );
}

function SendTick({ id, label, checked }: { readonly id: string; readonly label: string; readonly checked: boolean }) {
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small">
      <div className="govuk-checkboxes__item">
        <input className="govuk-checkboxes__input" id={`send-${id}`} name="send" type="checkbox" value={id} defaultChecked={checked} />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={`send-${id}`}>{label}</label>
      </div>
    </div>
  );
}
