import { db } from "~/platform/db.server";

import type { RulesChoices } from "./forms";
import { metPairs, type BoardFacts } from "./question";

export interface RoundGroups {
  /** The groups that the round has now, by authority id. */
  readonly groups: readonly (readonly string[])[];
  /** Whether the round's triads have begun: from then on groups change in the triads, not on the board. */
  readonly published: boolean;
  /** Where the round's triads are. */
  readonly href: string;
  /** Plans of several years made in earlier rounds of the region. */
  readonly plans: readonly { readonly href: string; readonly label: string }[];
}

/** What a round has beside its drafts. For whoever sees its board. */
export async function roundGroups(cycleId: string): Promise<RoundGroups> {
  const cycle = await db.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { regionId: true, opensOn: true, groups: { orderBy: { number: "asc" }, select: { members: { select: { authorityId: true } } } } },
  });
  const [begun, planned] = await Promise.all([
    db.workflow.count({ where: { parentId: cycleId, machine: "triad", state: { not: "cancelled" } } }),
    db.arrangementSearch.findMany({
      where: { kind: "years", stage: "done", cycle: { regionId: cycle.regionId, opensOn: { lt: cycle.opensOn } } },
      orderBy: { askedAt: "desc" }, distinct: ["cycleId"], take: 3, select: { cycle: { select: { id: true, name: true } } },
    }),
  ]);
  return {
    groups: cycle.groups.map((group) => group.members.map((member) => member.authorityId)),
    published: begun > 0,
    href: `/rounds/${cycleId}/sessions`,
    plans: planned.map((plan) => ({ href: `/rounds/${plan.cycle.id}/years`, label: `Several years planned in round ${plan.cycle.name}` })),
  };
}

/** What the form of rules offers. */
export function rulesChoices(facts: BoardFacts): RulesChoices & {
  readonly excused: readonly { readonly name: string; readonly why: string }[];
  readonly earlier: readonly { readonly id: string; readonly name: string; readonly pairs: number }[];
} {
  return {
    members: facts.members.filter((member) => member.excused === null).map(({ id, name }) => ({ id, name })),
    excused: facts.members.flatMap(({ name, excused }) => (excused === null ? [] : [{ name, why: excused }])),
    earlier: facts.earlier.map(({ id, name }) => ({ id, name, pairs: metPairs(facts, [id]).length })),
  };
}
