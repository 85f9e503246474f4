import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { ConflictChoice, NoteForm } from "~/features/kept-text/parts";
import { KloeList } from "~/features/kloe/parts";
import { readsStatement } from "~/features/visit/access.server";
import { PageTop, nameOf } from "~/features/visit/components/page-top";
import { daysFrom } from "~/features/visit/days";
import { keepNote, notesOf, settleNote, takesNotes } from "~/features/visit/notes.server";
import { dayAndTime, nextOf } from "~/features/visit/on-the-day";
import { refusalWords } from "~/features/visit/refusals";
import { headOf, linesOf } from "~/features/visit/queries.server";
import { teamFor } from "~/features/visit/team-queries.server";
import { timetableOf } from "~/features/visit/timetable.server";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { readBody } from "~/session/forms.server";
import { answerNotes } from "~/session/notes.server";
import { Button, Card, Details, ErrorSummary, Tabs, formatDate, readForm, type RouteHandle } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `On the day: ${nameOf(page.head)}`,
  scripts: ["autosave"],
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head?.firstDay || head.standing === "chair" || !["awaitingPositionStatement", "awaitingVisit", "onSite", "awaitingLetter"].includes(head.state)) throw notFound();
  const moment = dayAndTime(now());
  const dates = daysFrom(head.firstDay, head.days);
  const asked = Number(new URL(args.request.url).searchParams.get("day"));
  const today = dates.indexOf(moment.day);
  const index = Number.isInteger(asked) && asked >= 1 && asked <= dates.length ? asked - 1 : Math.max(0, today);
  const notes = takesNotes(head) ? notesOf(head.id, String(index + 1)) : null;
  const [page, lines, team, noted] = await Promise.all([timetableOf(head), linesOf(head), teamFor(head), notes]);
  const slots = page.shared?.content.days[index]?.slots ?? null;
  return {
    head, lines, dates, index, today, slots, noted,
    next: slots && index === today ? nextOf(slots, moment.time) : null,
    team: team.filter((one) => one.state === "accepted" || one.state === "completed"),
    readsStatement: readsStatement(head),
    presents: head.steps.some((step) => step.event === "presentation.give" && !step.blockedBy),
  };
}

/** The team's notes, as they are typed, by the button, or a conflict of them settled. */
export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (head?.standing !== "team") throw notFound();
  const { search } = new URL(args.request.url);
  return answerNotes(args.request, readForm(await readBody(args.request)), {
    here: `/visits/${head.id}/day${search}`,
    keep: ({ part, value, baseRevision }) => keepNote({ visitId: head.id, day: part, value, baseRevision, actor }),
    settle: (choice) => settleNote({ visitId: head.id, ...choice, actor }),
    say: refusalWords,
  });
}

export default function DayRoute() {
  const answered = useActionData<typeof action>();
  const refused = answered && !(answered instanceof Response) && "form" in answered ? answered.form : undefined;
  const { head, lines, dates, index, today, slots, next, noted, team, readsStatement: reads, presents } = useLoaderData<typeof loader>();
  const base = `/visits/${head.id}`;
  return (
    <>
      <ErrorSummary form={refused} />
      <PageTop head={head} heading={`Day ${index + 1}: ${formatDate(dates[index] ?? "")}`} />
      <Tabs label="Days" tabs={dates.map((date, number) => ({ label: `Day ${number + 1}${number === today ? " (today)" : ""}`, href: `${base}/day?day=${number + 1}`, current: number === index }))} />
      {presents ? <Button href={`${base}/act/presented`}>Say that the presentation was given</Button> : null}
      {next ? (
        <Card heading={next.on ? "Now" : "Next"}>
          <p className="govuk-body"><b>{next.slot.from} to {next.slot.to}: {next.slot.what}</b><br />{next.slot.where}{next.slot.where && next.slot.who ? <br /> : null}{next.slot.who}</p>
        </Card>
      ) : null}
      {slots === null ? (
        <p className="govuk-body">The host has not sent out a timetable yet.</p>
      ) : slots.length === 0 ? (
        <p className="govuk-body">Nothing is planned on this day.</p>
      ) : (
        <ol className="govuk-list app-day">
          {slots.map((slot) => (
            <li key={`${slot.from}${slot.what}${slot.who}`} className="app-day__slot">
              <span className="app-day__time">{slot.from} to {slot.to}</span>
              <span><b>{slot.what}</b>{slot.where ? <><br />{slot.where}</> : null}{slot.who ? <><br /><span className="app-soft">{slot.who}</span></> : null}</span>
            </li>
          ))}
        </ol>
      )}
      {noted?.conflict ? <section aria-label="Two versions of notes"><h2 className="govuk-heading-m">Two versions of the notes of day {noted.conflict.key.slice("day:".length)}</h2><ConflictChoice conflict={noted.conflict} form={refused} cancelHref={base} what="notes" headingLevel={3} /></section> : null}
      {noted ? (
        <section aria-labelledby="notes">
          <h2 className="govuk-heading-m" id="notes">The team’s notes</h2>
          <p className="govuk-body app-soft">Read by the team alone. What is to be in the letter is filed as a finding.</p>
          <NoteForm key={index} record={head.id} part={String(index + 1)} label={`Notes of day ${index + 1}`} note={noted.note} refused={refused} />
        </section>
      ) : null}
      <h2 className="govuk-heading-m">Where, and whom to ask</h2>
      <p className="govuk-body app-prewrap">{[head.venue, head.contact].filter((part) => part !== "").join("\n") || "The host has not said yet."}</p>
      {head.joining ? <Details summary="How to get there and in"><span className="app-prewrap">{head.joining}</span></Details> : null}
      <h2 className="govuk-heading-m">The team</h2>
      <ul className="govuk-list">{team.map((one) => <li key={one.assignmentId}>{one.name}{one.lead ? " (leads)" : ""}, {one.post}</li>)}</ul>
      <Details summary="What the team looks at"><KloeList lines={lines} /></Details>
      <ul className="govuk-list">
        {reads ? <li><a className="govuk-link" href={`${base}/statement`}>Position statement</a></li> : null}
        <li><a className="govuk-link" href={`${base}/timetable`}>The whole timetable</a></li>
        <li><a className="govuk-link" href={base}>The visit’s page</a></li>
      </ul>
    </>
  );
}
