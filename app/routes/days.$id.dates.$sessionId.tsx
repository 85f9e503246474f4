import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DateFields } from "~/features/event/components/event-parts";
import { dateValues, readSessionDate } from "~/features/event/forms";
import { addDate, changeDate, dateOfDay, dayPage } from "~/features/programme-day";
import { fieldOf, outcomeOf } from "~/features/programme-day/outcome";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, InsetText, PageHeading, PressFields, pressOf, readForm, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "visible", record: "programme-day" }, title: "A date of the day" } satisfies RouteHandle;

/** One of its dates, or "new" for an alternative. */
async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const day = await dayPage(actor, args.params["id"]);
  const isNew = args.params["sessionId"] === "new";
  const date = day && !isNew ? await dateOfDay(day.id, args.params["sessionId"]) : null;
  if (!day?.keeps || !["scheduled", "bookingOpen"].includes(day.state) || (!date && !isNew)) throw notFound();
  return { actor, day, date };
}

export async function loader(args: LoaderFunctionArgs) {
  const { day, date } = await asked(args);
  return { day, date, requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, day, date } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readSessionDate(values, { today: dayOf(now()) });
  if (!read.ok) return refuse(read.form);
  const given = { dayId: day.id, actor, date: read.data, ...pressOf(values) };
  const outcome = outcomeOf(date ? await changeDate({ ...given, sessionId: date.id }) : await addDate(given));
  if (outcome.ok) return redirectWith(`/days/${day.id}`, { title: date ? "The date is changed" : "The date is added", text: "Everybody booked is told if it moves." });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function DayDateRoute() {
  const { day, date, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(date ? dateValues(date) : { startsAt: "09:30", endsAt: "16:00", mode: "inPerson", capacity: "30" });
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Programmes", href: "/programmes" }, { label: day.recordTitle, href: `/days/${day.id}` }]} />
      <PageHeading caption={day.recordTitle}>{date ? "Change the date" : "Add an alternative date"}</PageHeading>
      {date && day.state === "bookingOpen" ? <InsetText>When day, hours or place change, everybody booked is told with a new entry for their calendars.</InsetText> : null}
      <form method="post" noValidate>
        <PressFields revision={day.revision} requestKey={requestKey} />
        <DateFields form={form} />
        <ButtonGroup><Button>{date ? "Save the date" : "Add the date"}</Button><a className="govuk-link" href={`/days/${day.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
