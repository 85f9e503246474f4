import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { PageTop, nameOf } from "~/features/visit/components/page-top";
import { DayTimetable } from "~/features/visit/components/day-timetable";
import { daysFrom } from "~/features/visit/days";
import { outcomeOf } from "~/features/visit/outcome";
import { headOf } from "~/features/visit/queries.server";
import { changesOf } from "~/features/visit/timetable";
import { shareTimetable, timetableOf } from "~/features/visit/timetable.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody } from "~/session/forms.server";
import { Button, ButtonGroup, EmptyState, ErrorSummary, formatDate, formatDateTime, InsetText, PressFields, pressOf, readForm, type RouteHandle, ToldSentence } from "~/ui";

export const handle = {
  access: { who: "visible", record: "visit" },
  title: (page: { head: Parameters<typeof nameOf>[0] }) => `Timetable: ${nameOf(page.head)}`,
} satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head?.firstDay || head.standing === "chair") throw notFound();
  const step = head.steps.find((one) => one.event === "timetable.share");
  const page = await timetableOf(head);
  // Those who do not work on it read what was sent out; those who do see what they are about to send.
  const content = step ? page.content : page.shared?.content;
  const compared = step ? page.shared?.content : (page.before ?? undefined);
  const dates = daysFrom(head.firstDay, head.days);
  return {
    head,
    step: step ? { tells: step.tells } : null,
    revision: page.revision,
    shared: page.shared ? { version: page.shared.version, at: page.shared.at } : null,
    unsent: page.unsent,
    days: content ? dates.map((date, index) => ({ date, number: index + 1, ...changesOf(content.days[index]?.slots ?? [], compared?.days[index]?.slots) })) : null,
    requestKey: randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const head = await headOf(actor, args.params["id"]);
  if (!head || head.standing === "chair") throw notFound();
  const values = readForm(await readBody(args.request));
  const outcome = outcomeOf(await shareTimetable({ visitId: head.id, actor, ...pressOf(values) }));
  if (outcome.ok) return redirectWith(`/visits/${head.id}/timetable`, { title: "Sent out", text: "The host, the team and the coordinator are told." });
  return notDone(outcome, values);
}

export default function TimetableRoute() {
  const { head, step, shared, unsent, days, revision, requestKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const base = `/visits/${head.id}`;
  return (
    <>
      <ErrorSummary form={answered?.form} />
      <PageTop head={head} heading="Timetable" />
      <p className="govuk-body">
        {shared ? `Version ${shared.version}, sent out ${formatDateTime(shared.at)}. ` : ""}All times are London time. To print it, use your browser’s print command.
      </p>
      {!days ? <EmptyState title="There is no timetable yet">The host is working on it. You get an email when it is sent out.</EmptyState> : null}
      {step && !shared && revision === 0 ? <InsetText>This is a usual timetable to begin from. Change each day, then send it out.</InsetText> : null}
      {step && shared && unsent ? <InsetText>This has been changed since it was last sent out. What is different is marked. Nobody else sees the changes until you send it.</InsetText> : null}
      {days?.map((day) => (
        <section key={day.date} aria-labelledby={`day-${day.number}`} className="app-timetable__day">
          <h2 className="govuk-heading-m" id={`day-${day.number}`}>Day {day.number}: {formatDate(day.date, { year: true })}</h2>
          <DayTimetable slots={day.slots} gone={day.gone} caption={`Day ${day.number}`} />
          {step ? <p className="govuk-body app-no-print"><a className="govuk-link" href={`${base}/timetable/${day.number}`}>Change day {day.number}</a></p> : null}
        </section>
      ))}
      {step && days ? (
        <form method="post" noValidate className="app-no-print">
          <PressFields revision={head.revision} requestKey={requestKey} />
          {unsent ? <><ToldSentence tells={step.tells} /><ButtonGroup><Button>{shared ? "Send out the changed timetable" : "Send out the timetable"}</Button></ButtonGroup></> : <p className="govuk-body app-soft">Everybody has this timetable.</p>}
        </form>
      ) : null}
    </>
  );
}
