import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { BookedPerson } from "~/features/booking/queries.server";
import { labelOf } from "~/features/booking/words";
import { whenWords } from "~/features/event/components/event-parts";
import { bookingsOfEvent, eventPage } from "~/features/event/queries.server";
import { enter, notFound } from "~/session/enter.server";
import { Breadcrumbs, Details, formatDateTime, Meter, PageHeading, Table, type Column, type RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "event" }, title: (data: { event: { title: string } }) => `Bookings: ${data.event.title}` } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const event = await eventPage(actor, args.params["id"]);
  if (!event?.keeps) throw notFound();
  return { event, ...(await bookingsOfEvent(event.id, event.regionId)) };
}

const link = (row: BookedPerson) => <a className="govuk-link" href={`/bookings/${row.bookingId}`}>{row.name}</a>;

export default function BookingsRoute() {
  const { event, people, byAuthority } = useLoaderData<typeof loader>();
  const holding = people.filter(({ state }) => ["booked", "offered", "attended", "partlyAttended", "noShow"].includes(state));
  const waiting = people.filter(({ state }) => state === "waiting");
  const gone = people.filter(({ state }) => ["cancelled", "declined", "expired", "notPlaced"].includes(state));
  const withSomebody = byAuthority.filter(({ booked }) => booked > 0).length;
  const places = event.dates.reduce((sum, { capacity }) => sum + capacity, 0);
  const several = event.dates.length > 1;
  const columns: readonly Column<BookedPerson>[] = [
    { key: "name", heading: "Name", cell: link },
    { key: "authority", heading: "Ticket of", cell: (row) => row.authority ?? "the region" },
    ...(several ? [{ key: "date", heading: "Date", cell: (row: BookedPerson) => dateOf(row) }] : []),
    { key: "state", heading: "Place", cell: (row) => (row.state === "offered" && row.offerUntil ? `Offered until ${formatDateTime(row.offerUntil)}` : labelOf(row.state)) },
    { key: "needs", heading: "Needs on the day", cell: (row) => row.needs },
  ];
  const dateOf = (row: BookedPerson) => {
    const date = event.dates.find(({ id }) => id === row.sessionId);
    return date ? whenWords(date) : "";
  };
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Events", href: "/events" }, { label: event.title, href: `/events/${event.id}` }]} />
      <PageHeading caption={event.title}>Bookings</PageHeading>
      <Meter value={withSomebody} of={byAuthority.length} label="authorities have somebody coming">{`${holding.length} of ${places} places taken, ${waiting.length} waiting`}</Meter>
      <p className="govuk-body"><a className="govuk-link" href={`/events/${event.id}/bookings.csv`}>Download everybody as CSV</a></p>
      <Table caption="Who comes" columns={columns} rows={holding} rowKey={(row) => row.bookingId} empty="Nobody has booked yet." />
      <Table
        caption="Waiting list"
        columns={[
          { key: "no", heading: "Order", numeric: true, cell: (row) => waiting.filter(({ sessionId }) => sessionId === row.sessionId).indexOf(row) + 1 },
          { key: "name", heading: "Name", cell: link },
          { key: "authority", heading: "Ticket of", cell: (row) => row.authority ?? "the region" },
          { key: "since", heading: "Since", cell: (row) => formatDateTime(row.bookedAt) },
        ]}
        rows={waiting}
        rowKey={(row) => row.bookingId}
        empty="Nobody is waiting."
      />
      <Table
        caption="By authority"
        columns={[
          { key: "name", heading: "Authority", cell: (row) => row.name },
          { key: "booked", heading: "Places", numeric: true, cell: (row) => (event.quota === null ? row.booked : `${row.booked} of ${event.quota}`) },
          { key: "waiting", heading: "Waiting", numeric: true, cell: (row) => row.waiting },
          { key: "attended", heading: "Came", numeric: true, cell: (row) => row.attended },
        ]}
        rows={byAuthority}
        rowKey={(row) => row.id}
      />
      {gone.length > 0 ? <Details summary={`No longer coming (${gone.length})`}><Table caption="No longer coming" hideCaption columns={columns} rows={gone} rowKey={(row) => row.bookingId} /></Details> : null}
    </>
  );
}
