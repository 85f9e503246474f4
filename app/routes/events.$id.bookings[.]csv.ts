import type { LoaderFunctionArgs } from "@remix-run/node";
import { bookingsCsv } from "~/features/event/export.server";
import { bookingsOfEvent, eventPage } from "~/features/event/queries.server";
import { csvFile } from "~/session/download.server";
import { enter, notFound } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "visible", record: "event" }, title: "Bookings as CSV" } satisfies RouteHandle;

export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const event = await eventPage(actor, args.params["id"]);
  if (!event?.keeps) throw notFound();
  const { people } = await bookingsOfEvent(event.id, event.regionId);
  return csvFile(`bookings-${event.id}`, bookingsCsv(people, event.dates));
}
