import { db } from "~/platform/db.server";
import type { GroupsSolved } from "~/scheduling";
import type { SignedIn } from "~/workflow/actor.server";

import { boardsOf } from "./access.server";
import type { DraftResult } from "./acts";
import { createArrangement, startingRules } from "./drafting.server";
import { boardFacts } from "./facts.server";
import { fingerprintOf, questionOf, takingPart, whyNotGroupable } from "./question";
import { namesIn, type BoardRound } from "./queries.server";
import { reviveSearches } from "./searching.server";
import { rulesInWords, unitOf } from "./words";

/** The plan of several years as its page shows it. */
export async function yearsPage(actor: SignedIn, round: BoardRound) {
  await reviveSearches({ cycleId: round.id });
  const [rules, facts, row, targets] = await Promise.all([
    startingRules(actor, round.id),
    boardFacts(round.id),
    db.arrangementSearch.findFirst({ where: { cycleId: round.id, kind: "years", stage: { not: "cancelled" } }, orderBy: { askedAt: "desc" }, select: { id: true, stage: true, failure: true, result: true, question: true } }),
    roundsToCome(actor, round),
  ]);
  const nameOf = namesIn(facts);
  const plan = row?.stage === "done" ? (row.result as unknown as GroupsSolved) : null;
  const asked = row ? (row.question as unknown as ReturnType<typeof questionOf>) : null;
  return {
    search: row ? { id: row.id, stage: row.stage, failure: row.failure } : null,
    unit: unitOf(rules),
    rulesInWords: rulesInWords(rules, nameOf),
    impossible: whyNotGroupable(takingPart(facts, rules).length),
    /** The question has become another since it was asked. */
    outdated: asked !== null && fingerprintOf({ ...asked, rounds: 1 }) !== fingerprintOf(questionOf(facts, rules)),
    plan: plan ? { repeats: plan.repeats, cost: plan.cost, proven: plan.proven, atMost: plan.repeatFreeRoundsAtMost } : null,
    rounds: (plan?.rounds ?? []).map((one, at) => ({
      number: at + 1, cost: one.cost, repeats: one.repeats.length,
      groups: one.groups.map((group) => group.map(nameOf).sort((a, b) => a.localeCompare(b, "en-GB"))).sort((a, b) => (a[0] ?? "").localeCompare(b[0] ?? "", "en-GB")),
    })),
    targets,
  };
}

/** The region's rounds that could take a plan over: this one and later ones, while nothing of theirs is published. */
async function roundsToCome(actor: SignedIn, round: BoardRound): Promise<{ readonly id: string; readonly name: string }[]> {
  const { opensOn } = await db.cycle.findUniqueOrThrow({ where: { id: round.id }, select: { opensOn: true } });
  return db.cycle.findMany({
    where: { AND: [boardsOf(actor), { regionId: round.regionId, opensOn: { gte: opensOn }, workflow: { state: { notIn: ["cancelled", "closed"] }, children: { none: { machine: "triad", state: { not: "cancelled" } } } } }] },
    orderBy: { opensOn: "asc" }, select: { id: true, name: true },
  });
}

/** Makes one round of the plan a draft of a round that is to come. */
export async function takeRound({ round, searchId, index, targetId, draftId, actor }: {
  readonly round: BoardRound;
  readonly searchId: string;
  /** Counted from 1. */
  readonly index: number;
  readonly targetId: string;
  readonly draftId: string | undefined;
  readonly actor: SignedIn;
}): Promise<(Extract<DraftResult, { kind: "saved" }> & { readonly href: string }) | Exclude<DraftResult, { kind: "saved" }>> {
  const page = await db.arrangementSearch.findFirst({ where: { id: searchId, cycleId: round.id, kind: "years", stage: "done", cycle: boardsOf(actor) }, select: { result: true } });
  const planned = (page?.result as unknown as GroupsSolved | null)?.rounds[index - 1];
  const target = (await roundsToCome(actor, round)).find((one) => one.id === targetId);
  if (!planned || !target) return { kind: "refused", reason: "no-such-round" };
  const rules = await startingRules(actor, target.id);
  const made = await createArrangement({ id: draftId, cycleId: target.id, name: `Planned in ${round.name}${index > 1 ? `, year ${index}` : ""}`, rules, groups: planned.groups, actor });
  return made.kind === "saved" ? { ...made, href: `/rounds/${target.id}/arrangements/${made.id}` } : made;
}
