import { visibleTo as eventsVisibleTo } from "~/features/event";
import { db } from "~/platform/db.server";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";

/** The summit itself, as an event, for whoever it exists for. */
export async function eventPageOf(actor: SignedIn, eventId: string | undefined): Promise<{ readonly id: string; readonly regionId: string; readonly region: string; readonly title: string } | null> {
  if (!isUuid(eventId)) return null;
  const event = await db.event.findFirst({ where: { AND: [{ id: eventId, kind: "summit" }, await eventsVisibleTo(actor)] }, select: { id: true, regionId: true, title: true, region: { select: { name: true } } } });
  return event && { ...event, region: event.region.name };
}
