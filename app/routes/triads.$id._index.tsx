import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { TeamPanel } from "~/features/assignment/components/team-panel";
import { pathOfStep, stepTitles } from "~/features/triad/acts";
import { DateAnswers } from "~/features/triad/components/date-answers";
import { triadPage } from "~/features/triad/page.server";
import { sayRefusal } from "~/features/triad/refusals";
import { isState, labelOf, owed, statePillOf, wantedIn, wantedOnceAnswered } from "~/features/triad/words";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { recordTimeline } from "~/features/timeline";
import { ProcessPicture } from "~/features/process-picture";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, Button, ButtonGroup, DateText, Details, InsetText, PageHeading, Pill, SummaryList, Table, type RouteHandle } from "~/ui";
import { listed } from "~/ui/wording";

export const handle = { access: { who: "visible", record: "triad" }, title: (page: { triad: { title: string } }) => page.triad.title } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const triad = await triadPage(actor, args.params["id"]);
  if (!triad) throw notFound();
  return { triad, today: now().toISOString(), timeline: triad.mayRun ? await recordTimeline(triad.id, { emails: true }) : [] };
}

/** Steps in the order in which one would take them; what comes first here is the green button. */
const FORWARD = ["answers.give", "attendance.confirm", "dates.offer", "proposal.send", "session.confirm", "packs.release", "kloes.share", "session.hold", "session.reschedule", "session.close"];
/** Steps that are what is wanted in one state only; in the others they undo what has been done, and are no green button. */
const WANTED_ONLY_IN: Readonly<Record<string, string>> = { "dates.offer": "awaitingDates", "proposal.send": "awaitingProposal", "session.close": "agreed" };
/** States before anybody has been asked who comes, and before lines of enquiry are written: columns that would only say "not yet". */
const BEFORE_ATTENDANCE: ReadonlySet<string> = new Set(["proposed", "awaitingDates", "awaitingAnswers", "awaitingProposal"]);
const BEFORE_LINES: ReadonlySet<string> = new Set([...BEFORE_ATTENDANCE, "awaitingConfirmation"]);
/** States in which the answers to the dates are what one looks at; later they are kept folded. */
const CHOOSING = ["awaitingAnswers", "awaitingProposal"];

/** States in which the session is behind: its day is then a day, and not late. */
const OVER: ReadonlySet<string> = new Set(["held", "agreed", "closed", "cancelled"]);

export default function TriadRoute() {
  const { triad, today, timeline } = useLoaderData<typeof loader>();
  const { standing, session } = triad;
  const base = `/triads/${triad.id}`;
  const steps = standing.steps.filter((step) => pathOfStep(step.event) !== null && (step.event !== "session.close" || standing.state === "agreed" || triad.mayRun));
  // Whoever leads may say that the session was held; until its day there is nothing of that to show.
  const own = steps.filter((step) => step.role === "asked" || step.role === "coordinator" || (step.role === "leadChallenger" && !step.blockedBy));
  const wanted = own.filter((step) => (WANTED_ONLY_IN[step.event] ?? standing.state) === standing.state);
  const main = FORWARD.map((event) => wanted.find((step) => step.event === event)).find((step) => step !== undefined);
  const missing = triad.members.filter((member) => member.missing);
  const others = steps.filter((step) => step !== main && step.event !== "team.refill" && (step.event !== "waiver.give" || missing.length > 0));
  const mayAsk = steps.some((step) => step.event === "team.refill") && triad.placesOpen > 0;
  const owing = triad.members.filter((member) => member.owes);
  const answered = triad.mine.length > 0 && triad.mine.every(({ id }) => !owing.some((member) => member.id === id));
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Triads", href: "/triads" }]} />
      <PageHeading caption={`${triad.round.region} round ${triad.round.name}`} status={<Pill kind={statePillOf(standing.state)}>{labelOf(standing.state)}</Pill>}>{triad.title}</PageHeading>
      <p className="govuk-body-l">
        {isState(standing.state) ? (triad.mayRun ? wantedIn[standing.state].coordinator : (answered ? wantedOnceAnswered[standing.state] : null) ?? wantedIn[standing.state].members) : null}
        {standing.state === "awaitingAnswers" && triad.pollClosesOn ? <> The poll closes on <DateText when={triad.pollClosesOn} now={today} />.</> : null}
        {standing.state === "awaitingConfirmation" && triad.attendanceDueOn ? <> By <DateText when={triad.attendanceDueOn} now={today} />.</> : null}
      </p>
      {!main && session && standing.state === "packsReleased" ? <Button href={`${base}/${session.day <= today.slice(0, 10) ? "day" : "pack"}`}>{session.day <= today.slice(0, 10) ? "Open the day page" : "Read the pack"}</Button> : null}
      {main?.blockedBy ? <InsetText><b>{stepTitles[main.event]}</b>: not yet. {main.blockedBy === "packsComplete" ? <>The self-assessment of {listed(missing.map(({ name }) => name))} is missing. Wait for it, or <a className="govuk-link" href={`${base}/act/waive`}>let the pack go out without it</a>.</> : `${sayRefusal(main.blockedBy)}.`}</InsetText> : null}
      {(main && !main.blockedBy) || mayAsk ? (
        <ButtonGroup>
          {main && !main.blockedBy ? <Button href={`${base}/${pathOfStep(main.event) ?? ""}`}>{stepTitles[main.event]}</Button> : null}
          {mayAsk ? <Button kind="secondary" href={`${base}/${pathOfStep("team.refill") ?? ""}`}>{stepTitles["team.refill"]}</Button> : null}
        </ButtonGroup>
      ) : null}
      {triad.reason && ["postponed", "cancelled"].includes(standing.state) ? <InsetText><b>Why</b>: <span className="app-prewrap">{triad.reason}</span></InsetText> : null}
      {triad.pairReason ? <InsetText><b>Why two go on by themselves</b>: <span className="app-prewrap">{triad.pairReason}</span></InsetText> : null}
      {session ? (
        <>
          <h2 className="govuk-heading-m">Session</h2>
          <SummaryList rows={[
            { key: "Day", value: <DateText when={session.day} {...(OVER.has(standing.state) || session.day < today.slice(0, 10) ? {} : { now: today })} year /> },
            { key: "Time", value: `${session.startsAt} to ${session.endsAt}` },
            { key: "Host", value: session.host?.name ?? "not set" },
            { key: "Where", value: session.venue || "not set" },
            ...(session.joining ? [{ key: "Getting in", value: <span className="app-prewrap">{session.joining}</span> }] : []),
          ]} />
        </>
      ) : null}
      <Table
        caption="Authorities in the group"
        columns={[
          { key: "name", heading: "Authority", cell: (member: (typeof triad.members)[number]) => member.name },
          ...(BEFORE_ATTENDANCE.has(standing.state) ? [] : [{ key: "comes", heading: "Who comes", cell: (member: (typeof triad.members)[number]) => member.attendee?.name ?? (member.cannot ? `Nobody can: ${member.cannot}` : "Not said yet") }]),
          ...(BEFORE_LINES.has(standing.state) ? [] : [{ key: "lines", heading: "Key lines of enquiry", cell: (member: (typeof triad.members)[number]) => (member.lines.length > 0 ? `${member.lines.length} written` : "None yet") }]),
          ...(standing.state in owed ? [{ key: "wanted", heading: owed[standing.state] ?? "", cell: (member: (typeof triad.members)[number]) => (member.owes ? <Pill kind="warn">Awaited</Pill> : <Pill>Done</Pill>) }] : []),
        ]}
        rows={triad.members}
        rowKey={(member) => member.id}
      />
      {owing.length > 0 ? <p className="govuk-body">{triad.members.length - owing.length} of {triad.members.length} done. Awaited: {listed(owing.map((member) => member.name))}.</p> : null}
      {triad.left.length > 0 ? <p className="govuk-body app-soft">No longer in the group: {triad.left.join(", ")}.</p> : null}
      {triad.options.length > 0 && triad.mayRun ? (
        CHOOSING.includes(standing.state) ? <DateAnswers triad={triad} /> : <Details summary="Answers to the dates"><DateAnswers triad={triad} /></Details>
      ) : null}
      {triad.team.length > 0 || triad.mayRun ? <TeamPanel team={triad.team} wanted={triad.rules.challengersPerSession} links={triad.mayRun} /> : null}
      {triad.recordsInAll > 0 ? (
        <>
          <h2 className="govuk-heading-m">Challenge records</h2>
          {triad.records.length < triad.recordsInAll ? <p className="govuk-body app-soft">You see those of your own authority and those on which you challenge.</p> : null}
          <ul className="govuk-list">{triad.records.map((record) => <li key={record.id}><a className="govuk-link" href={`/challenge-records/${record.id}`}>{record.title}</a>: {record.label}</li>)}</ul>
        </>
      ) : null}
      <h2 className="govuk-heading-m">Everything else</h2>
      <ul className="govuk-list">
        {session ? <li><a className="govuk-link" href={`${base}/pack`}>Pack: documents, data, lines of enquiry, agenda</a></li> : null}
        {session ? <li><a className="govuk-link" href={`${base}/day`}>Day page: roles and notes</a></li> : null}
        {others.map((step) => <li key={step.event}><a className="govuk-link" href={`${base}/${pathOfStep(step.event) ?? ""}`}>{stepTitles[step.event]}</a>{step.blockedBy ? <span className="app-soft"> (not yet: {sayRefusal(step.blockedBy)})</span> : null}</li>)}
        {triad.mayRun ? <li><a className="govuk-link" href={`/rounds/${triad.round.id}/sessions`}>All groups of the round</a></li> : null}
      </ul>
      <Details summary="Where the group stands in its process"><ProcessPicture machine="triad" current={standing.state} title="The group’s process, with the present state marked" /></Details>
      {triad.mayRun ? <WhatHappened entries={timeline} /> : null}
    </>
  );
}
