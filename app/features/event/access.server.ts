import { runsEventsOf } from "~/features/booking";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";

/**
 * Every event that exists for this person: those of the regions they coordinate; those that are open to
 * everybody of a region in which they hold a post, once they are announced; those they are invited to by
 * name, because they took part in another or as members of a network; and those they have or had a booking of.
 */
export async function visibleTo(actor: SignedIn): Promise<Prisma.EventWhereInput> {
  const regions = [...new Set(actor.holdings.map(({ regionId }) => regionId))];
  const networks = await db.membership.findMany({ where: { personId: actor.personId, workflow: { state: "member" } }, select: { networkId: true } });
  const attended = await db.booking.findMany({ where: { personId: actor.personId, workflow: { state: { in: ["attended", "partlyAttended"] } } }, select: { ownerId: true }, distinct: ["ownerId"] });
  const announced: Prisma.EventWhereInput = {
    workflow: {
      state: { not: "planned" },
      OR: [
        { bookableSessions: { some: { audience: "region", regionId: { in: regions } } } },
        { bookableSessions: { some: { audience: "attended", attendedOwnerId: { in: attended.map(({ ownerId }) => ownerId) } } } },
        { bookableSessions: { some: { audience: "members", attendedOwnerId: { in: networks.map(({ networkId }) => networkId) } } } },
        { sessionGuests: { some: { personId: actor.personId } } },
        { bookableSessions: { some: { bookings: { some: { OR: [{ personId: actor.personId }, { bookedById: actor.personId }] } } } } },
      ],
    },
  };
  return { OR: [{ regionId: { in: [...runsEventsOf(actor)] } }, announced] };
}
