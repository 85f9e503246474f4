import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { bookingWords, EventPill, placesLeft, whenWords, whereWords } from "~/features/event/components/event-parts";
import { eventsFor, type ListedEvent } from "~/features/event/queries.server";
import { kindLabels } from "~/features/event/words";
import { seriesFor } from "~/features/series";
import { stateLabels as seriesLabels } from "~/features/series/words";
import { enter } from "~/session/enter.server";
import { Button, ButtonGroup, Details, EmptyState, PageHeading, Table, Tabs, type Column, type RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Events" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const [events, series] = await Promise.all([eventsFor(actor), seriesFor(actor)]);
  return { ...events, series };
}

const columns: readonly Column<ListedEvent>[] = [
  { key: "title", heading: "Event", cell: (row) => <a className="govuk-link" href={`/events/${row.id}`}>{row.title}</a> },
  { key: "kind", heading: "Kind", cell: (row) => kindLabels[row.kind] },
  { key: "when", heading: "When and where", cell: (row) => row.dates.map((date) => <div key={date.id}>{date.paused && row.state === "postponed" ? "New date to be set" : `${whenWords(date)}, ${whereWords(date)}`}</div>) },
  { key: "places", heading: "Places", cell: (row) => row.dates.map((date) => <div key={date.id}>{placesLeft(date)}</div>) },
  { key: "state", heading: "Where it is", cell: (row) => <EventPill state={row.state} /> },
];

export default function EventsRoute() {
  const { ahead, past, mine, runs, series } = useLoaderData<typeof loader>();
  const coming = mine.filter(({ state }) => ["booked", "waiting", "offered"].includes(state));
  return (
    <>
      <PageHeading>Events</PageHeading>
      <Tabs label="Events" tabs={[{ label: "Events", href: "/events", current: true }, { label: "Calendar", href: "/calendar", current: false }, { label: "Networks", href: "/networks", current: false }, { label: "Awards", href: "/awards", current: false }]} />
      <p className="govuk-body-l app-measure">Conferences, workshops and networks of your region: what you can book, and what you have booked.</p>
      {runs.length > 0 ? <ButtonGroup><Button href="/events/new">Plan an event</Button><a className="govuk-link" href="/series/new">Plan a series of sessions</a></ButtonGroup> : null}
      {coming.length > 0 ? (
        <Table
          caption="Your bookings"
          columns={[
            { key: "title", heading: "Event", cell: (row) => <a className="govuk-link" href={`/bookings/${row.id}`}>{row.title}</a> },
            { key: "when", heading: "When and where", cell: (row) => `${whenWords(row)}, ${row.where}` },
            { key: "state", heading: "Your place", cell: (row) => bookingWords(row) },
          ]}
          rows={coming}
          rowKey={(row) => row.id}
        />
      ) : null}
      {ahead.length > 0 ? <Table caption="Coming up" columns={columns} rows={ahead} rowKey={(row) => row.id} /> : <EmptyState title="Nothing is coming up">An event appears here when its booking opens and you can come.</EmptyState>}
      {series.length > 0 ? (
        <Table
          caption="Series"
          columns={[
            { key: "title", heading: "Series", cell: (row) => <a className="govuk-link" href={`/series/${row.id}`}>{row.title}</a> },
            { key: "sessions", heading: "Sessions", cell: (row) => row.sessions },
            { key: "state", heading: "Where it is", cell: (row) => seriesLabels[row.state] },
          ]}
          rows={series}
          rowKey={(row) => row.id}
        />
      ) : null}
      {past.length > 0 ? <Details summary={`Earlier (${past.length})`}><Table caption="Earlier events" hideCaption columns={columns} rows={past} rowKey={(row) => row.id} /></Details> : null}
    </>
  );
}
