import { now } from "~/platform/clock.server";
import type { Database } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma-client/client";

/** People with a place here at a moment: not left, and holding a post or taking part in a record by name. */
export function withStanding(moment: Date): Prisma.PersonWhereInput {
  const current = { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] };
  return {
    AND: [{ OR: [{ leftAt: null }, { leftAt: { gt: moment } }] }, { OR: [{ holdings: { some: current } }, { parties: { some: current } }] }],
  };
}

/** Whether this person may sign in now. */
export async function maySignIn(database: Pick<Database, "person">, personId: string): Promise<boolean> {
  return (await database.person.count({ where: { id: personId, ...withStanding(now()) } })) > 0;
}
