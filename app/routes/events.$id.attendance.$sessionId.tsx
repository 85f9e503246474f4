import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { outcomes, recordAttendance, type AttendanceOutcome } from "~/features/booking";
import { whenWords } from "~/features/event/components/event-parts";
import { outcomeOfBooking } from "~/features/event/outcome";
import { bookingsOfEvent, doorCodeOf, eventPage } from "~/features/event/queries.server";
import { now } from "~/platform/clock.server";
import { settings } from "~/platform/settings.server";
import { enter, notFound } from "~/session/enter.server";
import { redirectWith } from "~/session/flash.server";
import { notDone, readBody, refuseWith } from "~/session/forms.server";
import { Breadcrumbs, Button, ButtonGroup, counted, EmptyState, ErrorSummary, formOf, InsetText, PageHeading, Radios, readForm, valueOf, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "visible", record: "event" }, title: (data: { event: { title: string } }) => `Who came: ${data.event.title}` } satisfies RouteHandle;

async function asked(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const actor = await enter(args, handle.access);
  const event = await eventPage(actor, args.params["id"]);
  const date = event?.dates.find(({ id }) => id === args.params["sessionId"]);
  if (!event?.keeps || !date) throw notFound();
  const { people } = await bookingsOfEvent(event.id, event.regionId);
  return { actor, event, date, people: people.filter(({ sessionId, state }) => sessionId === date.id && ["booked", "attended", "partlyAttended", "noShow"].includes(state)).sort((a, b) => a.name.localeCompare(b.name)) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { event, date, people } = await asked(args);
  return { event, date, people, doorCode: await doorCodeOf(date.id), commitAddress: `${settings().BASE_URL.replace(/^https?:\/\//, "")}/commit`, dayHasCome: dayOf(new Date(date.startsAt)) <= dayOf(now()) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, event, date, people } = await asked(args);
  const values = readForm(await readBody(args.request));
  const form = { values, errors: {} };
  const came = new Map<string, AttendanceOutcome>();
  for (const { bookingId } of people) {
    const said = outcomes.find((outcome) => outcome === valueOf(form, `came-${bookingId}`));
    if (said) came.set(bookingId, said);
  }
  if (came.size === 0) return refuseWith(values, "Say of at least one person whether they came");
  const result = await recordAttendance({ sessionId: date.id, came, actor });
  const outcome = outcomeOfBooking(result);
  if (outcome.ok) return redirectWith(`/events/${event.id}/attendance/${date.id}`, { title: "It is recorded who came", text: result.kind === "recorded" ? `${counted(result.changed, "person is", "people are")} told.` : "" });
  return notDone(outcome, values);
}

const saidBy: Readonly<Record<string, AttendanceOutcome>> = { attended: "full", partlyAttended: "part", noShow: "miss" };

export default function AttendanceRoute() {
  const { event, date, people, doorCode, commitAddress, dayHasCome } = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? formOf(Object.fromEntries(people.map(({ bookingId, state }) => [`came-${bookingId}`, saidBy[state]])));
  const known = people.filter(({ state }) => state !== "booked").length;
  return (
    <div className="app-measure">
      <ErrorSummary form={form} />
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: event.title, href: `/events/${event.id}` }]} />
      <PageHeading caption={`${event.title}, ${whenWords(date)}`}>Who came</PageHeading>
      <InsetText>
        <p className="govuk-body">Write this code where people see it at the door, or show it on the screen. Whoever is booked gives it on their phone, on their booking’s page, and is noted as there.</p>
        <p className="govuk-heading-xl">{doorCode}</p>
        <p className="govuk-body">For commitments, show this address as well: it leads everybody who is booked to one short form. <strong>{commitAddress}</strong></p>
      </InsetText>
      <p className="govuk-body">{known} of {counted(people.length, "person is", "people are")} accounted for.</p>
      {people.length === 0 ? (
        <EmptyState title="Nobody has a place">Who has a place is listed here.</EmptyState>
      ) : !dayHasCome ? (
        <ul className="govuk-list govuk-list--bullet">{people.map(({ bookingId, name, authority }) => <li key={bookingId}>{name}{authority ? `, ${authority}` : ""}</li>)}</ul>
      ) : (
        <form method="post" noValidate>
          {people.map(({ bookingId, name, authority }) => (
            <Radios key={bookingId} form={form} name={`came-${bookingId}`} label={authority ? `${name}, ${authority}` : name} size="s" inline small choices={[{ value: "full", label: "Came" }, { value: "part", label: "For a part" }, { value: "miss", label: "Did not come" }]} />
          ))}
          <ButtonGroup><Button>Record who came</Button><a className="govuk-link" href={`/events/${event.id}`}>Back to the event</a></ButtonGroup>
        </form>
      )}
    </div>
  );
}
