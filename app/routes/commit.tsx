import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

import { eventOfToday } from "~/features/commitment/queries.server";
import { enter } from "~/session/enter.server";
import type { RouteHandle } from "~/ui";

export const handle = { access: { who: "signedIn" }, title: "Make a commitment" } satisfies RouteHandle;

/** The short address that is shown on the screen of a room: it leads to the form of today's event. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await enter(args, handle.access);
  const eventId = await eventOfToday(actor);
  throw redirect(eventId ? `/commitments/new?event=${eventId}` : "/commitments/new");
}
