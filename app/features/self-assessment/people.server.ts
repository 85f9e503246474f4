import { now } from "~/platform/clock.server";
import type { Prisma } from "~/platform/prisma-client/client";
import type { Tx } from "~/workflow/process.server";

/** A `where` for holdings that count at this moment. */
export function heldNow(): Prisma.HoldingWhereInput {
  const moment = now();
  return {
    from: { lte: moment },
    OR: [{ to: null }, { to: { gt: moment } }],
    person: { OR: [{ leftAt: null }, { leftAt: { gt: moment } }] },
  };
}

/** Whether a person holds any post of an authority now. */
export async function holdsPostAt(tx: Tx, personId: string, authorityId: string): Promise<boolean> {
  return (await tx.holding.findFirst({ where: { AND: [heldNow(), { personId, post: { authorityId } }] }, select: { id: true } })) !== null;
}

/** Whether a person holds any post in a region now, its own or an authority's. */
export async function holdsPostIn(tx: Tx, personId: string, regionId: string): Promise<boolean> {
  return (await tx.holding.findFirst({ where: { AND: [heldNow(), { personId, post: { regionId } }] }, select: { id: true } })) !== null;
}
