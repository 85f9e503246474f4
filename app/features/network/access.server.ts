import { runsEventsOf } from "~/features/booking";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";

const TOOK: readonly string[] = ["attended", "partlyAttended"];

/** Every network that exists for this person: those they coordinate; those they belong to or were invited to; and, once open, those they may join. */
export async function visibleTo(actor: SignedIn): Promise<Prisma.NetworkWhereInput> {
  const regions = [...new Set(actor.holdings.map(({ regionId }) => regionId))];
  const attended = await db.booking.findMany({ where: { personId: actor.personId, workflow: { state: { in: [...TOOK] } } }, select: { ownerId: true }, distinct: ["ownerId"] });
  const mayJoin: Prisma.NetworkWhereInput = {
    OR: [{ sources: { none: {} }, regionId: { in: regions } }, { sources: { some: { eventId: { in: attended.map(({ ownerId }) => ownerId) } } } }],
  };
  return {
    OR: [
      { regionId: { in: [...runsEventsOf(actor)] } },
      { memberships: { some: { personId: actor.personId } } },
      { AND: [{ workflow: { state: "open" } }, mayJoin] },
    ],
  };
}

/** Of these people those who may belong to a network: whoever holds a post of its region now, or took part in one of the events it follows. */
export async function mayBelong(tx: Pick<Tx, "network" | "person">, networkId: string, personIds: readonly string[], moment: Date): Promise<ReadonlySet<string>> {
  const { regionId, sources } = await tx.network.findUniqueOrThrow({ where: { id: networkId }, select: { regionId: true, sources: { select: { eventId: true } } } });
  const where: Prisma.PersonWhereInput = sources.length === 0
    ? { holdings: { some: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], post: { regionId } } } }
    : { bookings: { some: { ownerId: { in: sources.map(({ eventId }) => eventId) }, workflow: { state: { in: [...TOOK] } } } } };
  const found = await tx.person.findMany({ where: { AND: [{ id: { in: [...personIds] }, leftAt: null }, where] }, select: { id: true } });
  return new Set(found.map(({ id }) => id));
}

/** Everybody who may belong to a network. */
export async function everybodyWhoMayBelong(networkId: string, moment: Date): Promise<readonly string[]> {
  const { regionId, sources } = await db.network.findUniqueOrThrow({ where: { id: networkId }, select: { regionId: true, sources: { select: { eventId: true } } } });
  if (sources.length > 0) {
    const found = await db.booking.findMany({ where: { ownerId: { in: sources.map(({ eventId }) => eventId) }, person: { leftAt: null }, workflow: { state: { in: [...TOOK] } } }, select: { personId: true }, distinct: ["personId"] });
    return found.map(({ personId }) => personId);
  }
  // A region's people are told by their directors and delegates, as of an event for the whole region.
  const held = await db.holding.findMany({ where: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], person: { leftAt: null }, post: { regionId, kind: { in: ["dcs", "dcs-delegate"] } } }, select: { personId: true }, distinct: ["personId"] });
  return held.map(({ personId }) => personId);
}
