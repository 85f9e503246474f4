import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bookPlaces } from "~/features/booking";
import { ticketsOf } from "~/features/event/tickets.server";
import { placesLeft, whenWords, whereWords } from "~/features/event/components/event-parts";
import { outcomeOfBooking } from "~/features/event/outcome";
import { eventPage } from "~/features/event/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { readBody, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, ErrorSummary, formOf, InsetText, PageHeading, pressOf, Radios, readForm, type RouteHandle, Select, SummaryList, TextArea, valueOf } from "~/ui";

export const handle = { access: { who: "visible", record: "event" }, title: (data: { event: { title: string } }) => `Book your place: ${data.event.title}` } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const event = await eventPage(actor, args.params["id"]);
  if (!event) throw notFound();
  return { event, name: actor.name, dates: event.dates.filter(({ bookable, paused, begun }) => bookable && !paused && !begun), ...(await ticketsOf(actor, event)), requestKey: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const event = await eventPage(actor, args.params["id"]);
  if (!event) throw notFound();
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const sessionId = valueOf(form, "sessionId");
  if (!event.dates.some(({ id }) => id === sessionId)) return refuseWith(values, "Choose a date", "sessionId");
  const needs = valueOf(form, "needs").trim();
  if (needs.length > 500) return refuseWith(values, "What you need on the day must be 500 characters or fewer", "needs");
  const result = await bookPlaces({ sessionId, personIds: [actor.personId], ticket: valueOf(form, "ticket") || undefined, needs, actor, requestKey: pressOf(values).requestKey });
  const [made] = result.kind === "made" ? result.bookings : [];
  if (made) {
    return redirectWith(`/bookings/${made.bookingId}`, made.state === "booked"
      ? { title: "Your place is booked", text: `The reference is ${made.reference}. The date comes by email for your calendar.` }
      : { title: "You are on the waiting list", text: `The reference is ${made.reference}. A freed place is offered in the order of the list.` });
  }
  const outcome = outcomeOfBooking(result);
  if (outcome.ok || outcome.status === 404) throw redirect(`/events/${event.id}`);
  return refuseWith(values, outcome.message, outcome.reason.includes("ticket") ? "ticket" : undefined);
}

export default function BookRoute() {
  const { event, name, dates, own, choices, requestKey } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf({ sessionId: dates.length === 1 ? dates[0]?.id : undefined, ticket: own?.id });
  const [only] = dates;
  const full = dates.every(({ taken, capacity, waiting }) => waiting > 0 || taken >= capacity);
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: event.title, href: `/events/${event.id}` }]} />
      <PageHeading caption={event.title}>Book your place</PageHeading>
      {event.mine ? (
        <InsetText>You have a booking already. <a className="govuk-link" href={`/bookings/${event.mine.id}`}>See your booking</a></InsetText>
      ) : !only || !event.canBook ? (
        <InsetText>Booking is not open. <a className="govuk-link" href={`/events/${event.id}`}>Back to the event</a></InsetText>
      ) : (
        <form method="post" noValidate>
          <input type="hidden" name="requestKey" value={requestKey} />
          <SummaryList
            rows={[
              { key: "Who comes", value: name },
              ...(dates.length === 1 ? [{ key: "When and where", value: `${whenWords(only)}, London time. ${whereWords(only)}` }, { key: "Places", value: placesLeft(only) }] : []),
              ...(choices.length > 0 ? [] : [{ key: "Ticket of", value: own?.name ?? "the region" }]),
            ]}
          />
          {dates.length === 1 ? <input type="hidden" name="sessionId" value={only.id} /> : <Radios form={form} name="sessionId" label="Which date?" choices={dates.map((date) => ({ value: date.id, label: whenWords(date), hint: `${whereWords(date)}. ${placesLeft(date)}` }))} />}
          {choices.length > 0 ? <Select form={form} name="ticket" label="Whose ticket?" hint="When your own authority has none left, you may take another’s." options={choices.map(({ id, name: authority, left }) => ({ value: id, label: left === null ? authority : `${authority}, ${left} left` }))} /> : null}
          <TextArea form={form} name="needs" label="What do you need on the day? (optional)" rows={2} hint="For instance access, or food you cannot eat. Only the organiser reads it, and it is deleted when the event is closed." />
          <ButtonGroup><Button>{full ? "Join the waiting list" : "Book the place"}</Button><a className="govuk-link" href={`/events/${event.id}`}>Back to the event</a></ButtonGroup>
        </form>
      )}
    </div>
  );
}
