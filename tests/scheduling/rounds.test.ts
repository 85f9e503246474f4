import { afterAll, describe, expect, test } from "vitest";

import { closeWorkers, planRounds, repeatFreeRoundsLeft, scheduleGroups, verifyAnswer } from "../../app/scheduling";
import { fullPlan } from "../../app/scheduling/rounds/constructions";
import { foundPlan } from "../../app/scheduling/rounds/found-plans";

afterAll(closeWorkers);

const named = (count: number): string[] => Array.from({ length: count }, (_, i) => `m${i}`);

/** Counted from scratch: rounds are whole, and no pair is in two groups. */
function meetings(rounds: readonly (readonly (readonly number[])[])[], n: number): number {
  const seen = new Set<string>();
  let pairs = 0;
  for (const groups of rounds) {
    expect(groups.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
    for (const group of groups) for (const a of group) for (const b of group) if (a < b) {
      pairs++;
      seen.add(`${a} ${b}`);
    }
  }
  expect(seen.size).toBe(pairs);
  return pairs;
}

/** Sizes whose full plan is not in hand, as README.md says. */
const open = new Set([102, 132]);

describe("several rounds", { timeout: 60_000 }, () => {
  test("every odd multiple of three up to 153 but the open ones has a Kirkman plan in which each pair meets once", () => {
    for (let n = 9; n <= 153; n += 6) {
      if (open.has(n)) continue;
      const plan = fullPlan(n)!;
      expect(plan).toHaveLength((n - 1) / 2);
      expect(meetings(plan, n)).toBe((n * (n - 1)) / 2);
    }
  });

  test("every even multiple of three from 18 to 150 but the open ones has a plan of (n - 2) / 2 rounds", () => {
    for (let n = 18; n <= 150; n += 6) {
      if (open.has(n)) continue;
      const plan = fullPlan(n)!;
      expect(plan).toHaveLength((n - 2) / 2);
      expect(meetings(plan, n)).toBe((n * (n - 2)) / 2);
    }
  });

  test("stored plans are whole and free of repeats", () => {
    const lengths: Record<number, number> = { 12: 4, 13: 4, 14: 4, 16: 5, 17: 5, 18: 8, 19: 7, 20: 6, 22: 8 };
    for (const [n, length] of Object.entries(lengths)) {
      const plan = foundPlan(Number(n))!;
      expect(plan.length).toBeGreaterThanOrEqual(length);
      expect(meetings(plan, Number(n))).toBeGreaterThan(0);
    }
  });

  test("as many rounds as can be found: 15 members get all seven", async () => {
    const answer = await planRounds({ members: named(15) });
    if (answer.status !== "solved") throw new Error("not solved");
    expect(answer.rounds).toHaveLength(7);
    expect(answer).toMatchObject({ repeats: 0, cost: 0, proven: true, repeatFreeRoundsLeft: 0 });
  });

  test("a first round leaves every round of the full plan but one, whichever round it is", async () => {
    const members = named(33);
    const pairCosts = members.slice(1).map((id, at) => ({ pair: ["m0", id] as [string, string], cost: (at * 17) % 23 }));
    const answer = await scheduleGroups({ members, pairCosts });
    expect(answer).toMatchObject({ status: "solved", proven: true, repeatFreeRoundsLeft: 15, repeatFreeRoundsAtMost: 15 });
    expect(verifyAnswer({ members, pairCosts }, answer).valid).toBe(true);
  });

  test("after two rounds of 15 five more are in hand, the most possible", async () => {
    const members = named(15);
    const two = fullPlan(15)!.slice(0, 2);
    const metBefore = two.flatMap((groups) => groups.flatMap((group) => group.flatMap((a, at) => group.slice(at + 1).map((b): [string, string] => [`m${a}`, `m${b}`]))));
    const left = await repeatFreeRoundsLeft({ members, metBefore }, { timeLimitMs: 20_000 });
    expect(left.atMost).toBe(5);
    expect(left.rounds).toBeGreaterThanOrEqual(3);
    expect(left.planInHand).toHaveLength(left.rounds);
  });

  test("when more rounds are asked for than can be free of repeats, the repeats are as few as counting allows", async () => {
    const answer = await scheduleGroups({ members: named(9), rounds: 5 });
    if (answer.status !== "solved") throw new Error("not solved");
    // Nine members have 36 pairs, four rounds use them all: a fifth round repeats nine.
    expect(answer.repeats).toBe(9);
    expect(answer.repeatsLowerBound).toBe(9);
    expect(answer.rounds).toHaveLength(5);
  });

  test("conflicts hold in every round of a plan", async () => {
    const input = { members: named(13), rounds: 3, never: [["m0", "m1"], ["m0", "m2"], ["m5", "m6"]] as [string, string][], defaultPairCost: 1 };
    const answer = await scheduleGroups(input);
    if (answer.status !== "solved") throw new Error("not solved");
    expect(answer.repeats).toBe(0);
    for (const { groups } of answer.rounds) for (const group of groups) for (const [a, b] of input.never) expect(group.includes(a) && group.includes(b)).toBe(false);
  });
});
