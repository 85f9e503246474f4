import { placeGroups } from "~/features/cycle";
import type { Tx } from "~/workflow/process.server";

/** Takes the round's row of a group before anything of its groups changes: two changes at once wait for each other. */
export async function lockRound(tx: Tx, triadId: string): Promise<string> {
  const { cycleId } = await tx.triad.findUniqueOrThrow({ where: { id: triadId }, select: { cycleId: true } });
  await tx.$executeRaw`SELECT 1 FROM cycle WHERE id = ${cycleId}::uuid FOR UPDATE`;
  return cycleId;
}

/** The round's groups, which say who reads whose self-assessment, follow the triads. */
export async function followTriads(tx: Tx, cycleId: string): Promise<void> {
  const triads = await tx.triad.findMany({ where: { cycleId }, orderBy: { number: "asc" }, select: { members: { where: { leftAt: null }, select: { authorityId: true } } } });
  await placeGroups(tx, cycleId, triads.map((triad) => triad.members.map((member) => member.authorityId)));
}
