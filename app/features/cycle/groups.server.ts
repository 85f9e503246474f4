import { isDeepStrictEqual } from "node:util";

import { followGroups } from "~/features/self-assessment";
import { db } from "~/platform/db.server";
import type { Actor } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";

import type { CycleSaved } from "./acts";
import { runs } from "./creating.server";
import { cycleRules } from "./rules";

/**
 * Sets the groups in which authorities challenge each other, replacing what was there. Each authority
 * must take part in the round and be in one group at most; refused with "not-of-this-region" otherwise.
 */
export async function setGroups(cycleId: string, groups: readonly (readonly string[])[], actor: Actor): Promise<CycleSaved> {
  if (!(await runs(actor, cycleId))) return { kind: "refused", reason: "not-your-role" };
  return db.$transaction(async (tx) => {
    // One setting of groups at a time: two at once would otherwise mix their members.
    await tx.$executeRaw`SELECT 1 FROM cycle WHERE id = ${cycleId}::uuid FOR UPDATE`;
    const members = groups.flat();
    const takingPart = await takingPartIn(tx, cycleId);
    if (members.some((id) => !takingPart.has(id)) || new Set(members).size !== members.length) {
      return { kind: "refused", reason: "not-of-this-region" } as const;
    }
    await placeGroups(tx, cycleId, groups);
    return { kind: "saved" } as const;
  });
}

/** Authorities that take part in a round: those chosen, and those that joined late. */
export async function takingPartIn(tx: Pick<Tx, "cycle">, cycleId: string): Promise<ReadonlySet<string>> {
  const cycle = await tx.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { rules: true, selfAssessments: { select: { authorityId: true } } } });
  return new Set([...cycleRules.parse(cycle.rules).takingPart, ...cycle.selfAssessments.map((one) => one.authorityId)]);
}

/**
 * Makes these the groups of a round, and their members each other's readers where its policy is the group,
 * inside the caller's transaction, which holds the round's row and has checked the members.
 */
export async function placeGroups(tx: Tx, cycleId: string, groups: readonly (readonly string[])[]): Promise<void> {
  const wanted = groups.filter((one) => one.length > 0).map((group) => [...group].sort());
  const standing = await tx.cycleGroup.findMany({ where: { cycleId }, orderBy: { number: "asc" }, select: { members: { select: { authorityId: true } } } });
  // As they were: the rows stay.
  if (isDeepStrictEqual(standing.map((group) => group.members.map((member) => member.authorityId).sort()), wanted)) return;
  await tx.cycleGroup.deleteMany({ where: { cycleId } });
  for (const [index, group] of wanted.entries()) {
    await tx.cycleGroup.create({ data: { cycleId, number: index + 1, members: { create: group.map((authorityId) => ({ authorityId })) } } });
  }
  await followGroups(tx, cycleId);
}
