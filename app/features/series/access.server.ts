import { runsEventsOf } from "~/features/booking";
import { visibleTo as eventsVisibleTo } from "~/features/event";
import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";

/** Every series that exists for this person: those of the regions they coordinate, and those of which a session exists for them. */
export async function visibleTo(actor: SignedIn): Promise<Prisma.SeriesWhereInput> {
  return { OR: [{ regionId: { in: [...runsEventsOf(actor)] } }, { workflow: { state: { not: "planned" } }, sessions: { some: await eventsVisibleTo(actor) } }] };
}
