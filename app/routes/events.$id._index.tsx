import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { refusalWords } from "~/features/event/words";
import { bookingWords, EventPill, placesLeft, whenWords, whereWords } from "~/features/event/components/event-parts";
import { eventPage, type EventPage } from "~/features/event/queries.server";
import { kindLabels } from "~/features/event/words";
import { clashesOn } from "~/features/region-calendar";
import { YouCanAlso } from "~/features/step/components/you-can-also";
import { recordTimeline } from "~/features/timeline";
import { WhatHappened } from "~/features/timeline/components/record-timeline";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, Button, ButtonGroup, formatDate, InsetText, PageHeading, SummaryList, WarningText, type RouteHandle } from "~/ui";
import { dayOf } from "~/workflow/working-days";

export const handle = { access: { who: "visible", record: "event" }, title: (data: { event: { title: string } }) => data.event.title } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const event = await eventPage(actor, args.params["id"]);
  if (!event) throw notFound();
  const clashes = event.keeps && changeable(event) ? await Promise.all(event.dates.map(async (date) => ({ id: date.id, day: date.startsAt, with: await clashesOn(event.regionId, dayOf(new Date(date.startsAt)), event.id) }))) : [];
  return { event, clashes: clashes.filter((clash) => clash.with.length > 0), timeline: event.keeps ? await recordTimeline(event.id, { emails: true }) : null };
}

export default function EventRoute() {
  const { event, clashes, timeline } = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }]} />
      <PageHeading caption={`${kindLabels[event.kind]}, ${event.region}`} status={<EventPill state={event.state} />}>{event.title}</PageHeading>
      <div className="app-measure">
        {event.reason && (event.state === "cancelled" || event.state === "postponed") ? <InsetText>{event.reason}</InsetText> : null}
        {clashes.map((clash) => <WarningText key={clash.id}>{formatDate(clash.day)} is also: {clash.with.join("; ")}.</WarningText>)}
        {event.about ? <p className="govuk-body app-prewrap">{event.about}</p> : null}
        {event.mine ? (
          <InsetText>
            <strong>{bookingWords(event.mine)}.</strong> <a className="govuk-link" href={`/bookings/${event.mine.id}`}>See your booking</a>
          </InsetText>
        ) : null}
        {event.kind === "summit" ? <p className="govuk-body"><a className="govuk-link" href={`/summits/${event.id}`}>In the room: agenda, themes and recommendations</a></p> : null}
        {event.commits ? <p className="govuk-body"><a className="govuk-link" href={`/commitments/new?event=${event.id}`}>Make a commitment</a>, or <a className="govuk-link" href={`/commitments?event=${event.id}`}>read what was committed to here</a></p> : null}
        {event.kind === "validation" ? <p className="govuk-body"><a className="govuk-link" href={`/validations/events/${event.id}`}>Who reads what at this event</a></p> : null}
        {event.canBook ? <Button href={`/events/${event.id}/book`}>Book your place</Button> : null}
        <SummaryList
          rows={[
            ...event.dates.map((date, index) => ({
              key: event.dates.length > 1 ? `Date ${index + 1}` : "When and where",
              value: event.state === "postponed" ? "A new date is to be set" : `${whenWords(date)}, London time. ${whereWords(date)}. ${placesLeft(date)}.`,
              ...(event.keeps && changeable(event) ? { actions: [{ label: "Change", href: `/events/${event.id}/dates/${date.id}`, about: whenWords(date) }] } : {}),
            })),
            { key: "Who can book", value: event.audience === "attended" ? `Those who took part in ${event.attendedTitle ?? "an earlier event"}` : event.audience === "members" ? `Members of ${event.attendedTitle ?? "a network"}` : event.audience === "named" ? "Those invited by name" : "Everybody with a post in the region" },
            { key: "Last day to book", value: formatDate(event.bookBy, { year: true }) },
            { key: "Places of one authority", value: `${event.quota}${event.anyTicket ? ". A person may take the ticket of another authority" : ""}` },
          ]}
        />
        {event.booksForOthers ? <p className="govuk-body"><a className="govuk-link" href={`/events/${event.id}/team`}>Book for somebody else, or for a team</a></p> : null}
      </div>
      {event.keeps ? <Organising event={event} /> : null}
      {timeline ? <WhatHappened entries={timeline} /> : null}
    </>
  );
}

const changeable = ({ state }: Pick<EventPage, "state">) => ["planned", "bookingOpen", "bookingClosed", "postponed"].includes(state);

/** What the coordinator does with it: the one thing that is wanted now, the lists, and the rest. */
function Organising({ event }: { readonly event: EventPage }) {
  const page = `/events/${event.id}`;
  const [first] = event.dates;
  const open = event.acts.find(({ slug }) => slug === "open");
  const main =
    event.state === "postponed" && first ? { href: `${page}/dates/${first.id}`, words: "Set a new date" }
    : event.state === "held" && first ? { href: `${page}/attendance/${first.id}`, words: "Record who came" }
    : open && !open.blockedBy ? { href: `${page}/act/open`, words: "Check, and open booking" }
    : null;
  const others = event.acts.filter(({ slug }) => slug !== "open").map(({ slug, title, blockedBy }) => ({ href: `${page}/act/${slug}`, words: title, notYet: blockedBy ? refusalWords(blockedBy) : null }));
  return (
    <>
      <h2 className="govuk-heading-m">Run this event</h2>
      {open?.blockedBy ? <p className="govuk-body">Before booking can open: {refusalWords(open.blockedBy).toLowerCase()}.</p> : null}
      {main ? <ButtonGroup><Button href={main.href}>{main.words}</Button></ButtonGroup> : null}
      <ul className="govuk-list">
        <li><a className="govuk-link" href={`${page}/bookings`}>Bookings by authority, and the waiting list</a></li>
        {event.dates.filter((date) => main?.href !== `${page}/attendance/${date.id}`).map((date) => <li key={date.id}><a className="govuk-link" href={`${page}/attendance/${date.id}`}>Who came{event.dates.length > 1 ? ` on ${formatDate(date.startsAt)}` : ""}, and the code for the door</a></li>)}
        {changeable(event) ? <li><a className="govuk-link" href={`${page}/edit`}>Change what it is and who can book</a></li> : null}
        {changeable(event) ? <li><a className="govuk-link" href={`${page}/quotas`}>Places of each authority</a></li> : null}
        {changeable(event) && event.audience === "named" ? <li><a className="govuk-link" href={`${page}/guests`}>Who is invited by name</a></li> : null}
        {changeable(event) && event.state !== "postponed" ? <li><a className="govuk-link" href={`${page}/dates/new`}>Add another date to choose from</a></li> : null}
      </ul>
      <YouCanAlso steps={others} />
    </>
  );
}
