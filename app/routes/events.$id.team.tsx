import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bookPlaces } from "~/features/booking";
import { placesLeft, whenWords, whereWords } from "~/features/event/components/event-parts";
import { outcomeOfBooking } from "~/features/event/outcome";
import { eventPage, peopleToBook } from "~/features/event/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuseWith } from "~/session/forms.server";
import { isUuid } from "~/session/params";
import { Breadcrumbs, Button, ButtonGroup, Checkboxes, counted, EmptyState, ErrorSummary, formOf, PageHeading, pressOf, Radios, readForm, type RouteHandle, valueOf, valuesOf } from "~/ui";

export const handle = { access: { who: "visible", record: "event" }, title: (data: { event: { title: string } }) => `Book for somebody else: ${data.event.title}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const event = await eventPage(actor, args.params["id"]);
  if (!event?.booksForOthers) throw notFound();
  return { actor, event };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, event } = await asked(args);
  return { event, people: await peopleToBook(actor, event), dates: event.dates.filter(({ paused, begun }) => !paused && (event.keeps || !begun)), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, event } = await asked(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const sessionId = valueOf(form, "sessionId");
  if (!event.dates.some(({ id }) => id === sessionId)) return refuseWith(values, "Choose a date", "sessionId");
  const personIds = valuesOf(form, "person").filter(isUuid);
  if (personIds.length === 0) return refuseWith(values, "Choose who is coming", "person");
  const result = await bookPlaces({ sessionId, personIds, actor, requestKey: pressOf(values).requestKey });
  const outcome = outcomeOfBooking(result);
  if (!outcome.ok) {
    if (outcome.status === 404) throw notFound();
    return refuseWith(values, outcome.message, "person");
  }
  const waiting = result.kind === "made" && result.bookings.some(({ state }) => state === "waiting");
  return redirectWith(`/events/${event.id}`, waiting ? { title: "On the waiting list", text: "There was no place left. They are told." } : { title: `${counted(personIds.length, "place")} booked`, text: "Everybody you booked for is told, with the date for their calendar." });
}

export default function TeamRoute() {
  const { event, people, dates, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ sessionId: dates[0]?.id });
  const [only] = dates;
  const places = [...new Set(people.map(({ place }) => place))];
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: event.title, href: `/events/${event.id}` }]} />
      <PageHeading caption={event.title}>Book for somebody else</PageHeading>
      {people.length === 0 || !only ? (
        <EmptyState title="There is nobody to book for">Everybody you could book for has a booking, or booking is closed.</EmptyState>
      ) : (
        <form method="post" noValidate>
          <p className="govuk-body">Choose one person, or several who come together. Several are booked all at once, or none of them.</p>
          <input type="hidden" name="requestKey" value={requestKey} />
          {dates.length === 1 ? <><p className="govuk-body">{whenWords(only)}, {whereWords(only)}. {placesLeft(only)}.</p><input type="hidden" name="sessionId" value={only.id} /></> : <Radios form={form} name="sessionId" label="Which date?" size="s" choices={dates.map((date) => ({ value: date.id, label: whenWords(date), hint: `${whereWords(date)}. ${placesLeft(date)}` }))} />}
          <Checkboxes form={form} name="person" label="Who is coming?" size="m" small choices={people.map(({ id, name, place }) => ({ value: id, label: places.length > 1 ? `${name}, ${place}` : name }))} />
          <ButtonGroup><Button>Book for those chosen</Button><a className="govuk-link" href={`/events/${event.id}`}>Back to the event</a></ButtonGroup>
        </form>
      )}
    </div>
  );
}
