import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addDate, changeDate } from "~/features/event";
import { DateFields } from "~/features/event/components/event-parts";
import { dateValues, fieldOf, readSessionDate } from "~/features/event/forms";
import { outcomeOfEvent } from "~/features/event/outcome";
import { eventToChange } from "~/features/event/queries.server";
import { now } from "~/platform/clock.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuse } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, InsetText, PageHeading, pressOf, readForm, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "posts", posts: ["sli-coordinator"], of: "region" }, title: "Date of the event", scripts: ["conditional"] } satisfies RouteHandle;

/** The event, and the date of it that is changed; for "new", one like the last, to be added. */
async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const event = await eventToChange(actor, args.params["id"]);
  const isNew = args.params["sessionId"] === "new";
  const date = isNew ? event?.workflow.bookableSessions.at(-1) : event?.workflow.bookableSessions.find(({ id }) => id === args.params["sessionId"]);
  if (!event || !date) throw notFound();
  return { actor, event, date, isNew };
}

export async function loader(args: LoaderFunctionArgs) {
  const { event, date, isNew } = await asked(args);
  const values = dateValues({ ...date, startsAt: date.startsAt.toISOString(), endsAt: date.endsAt.toISOString() });
  return {
    event: { id: event.id, title: event.title, revision: event.workflow.revision, state: event.workflow.state }, isNew, taken: isNew ? 0 : date.taken,
    values: isNew ? { ...values, "day-day": "", "day-month": "", "day-year": "" } : values, requestKey: randomUUID(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, event, date, isNew } = await asked(args);
  const values = readForm(await readBody(args.request));
  const read = readSessionDate(values, { today: dayOf(now()) });
  if (!read.ok) return refuse(read.form);
  const given = { eventId: event.id, date: read.data, actor, ...pressOf(values) };
  const outcome = outcomeOfEvent(await (isNew ? addDate(given) : changeDate({ ...given, sessionId: date.id })));
  if (outcome.ok) return redirectWith(`/events/${event.id}`, { title: isNew ? "The date is added" : "The date is saved", text: isNew || event.workflow.state === "planned" ? "" : "If the day, the hour or the place is new, everybody booked or waiting is told." });
  return notDone(outcome, values, fieldOf[outcome.reason]);
}

export default function EventDateRoute() {
  const { event, isNew, taken, values, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(values);
  const told = !isNew && event.state !== "planned";
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: event.title, href: `/events/${event.id}` }]} />
      <PageHeading caption={event.title}>{isNew ? "Another date to choose from" : event.state === "postponed" ? "Set the new date" : "When and where"}</PageHeading>
      {told ? <InsetText>{taken > 0 ? `Places taken: ${taken}. ` : ""}Another day, hour or place is told to everybody booked or waiting, and moves in their calendars. Added places go to the waiting list first.</InsetText> : null}
      <form method="post" noValidate>
        <input type="hidden" name="revision" value={event.revision} /><input type="hidden" name="requestKey" value={requestKey} />
        <DateFields form={form} />
        <ButtonGroup><Button>{isNew ? "Add the date" : told ? "Save, and tell them if it moves" : "Save the date"}</Button><a className="govuk-link" href={`/events/${event.id}`}>Cancel</a></ButtonGroup>
      </form>
    </div>
  );
}
