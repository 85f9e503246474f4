import { afterAll, describe, expect, test } from "vitest";

import { closeWorkers, planRounds, repeatFreeRoundsLeft, scheduleGroups, verifyAnswer, type Progress } from "../../app/scheduling";
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

/** Every pair that met in these rounds, as the file format lists them. */
function historyOf(rounds: readonly (readonly (readonly number[])[])[]): [string, string][] {
  return rounds.flatMap((groups) => groups.flatMap((group) => group.flatMap((a, at) => group.slice(at + 1).map((b): [string, string] => [`m${a}`, `m${b}`]))));
}

describe("several rounds", { timeout: 60_000 }, () => {
  test("every multiple of three up to 153 has a full plan at its known limit, and each pair meets at most once", () => {
    for (let n = 9; n <= 153; n += 3) {
      const plan = fullPlan(n)!;
      // Every pair meets, or for even n all but n / 2 of them; 12 cannot reach that (Kotzig and Rosa, 1974).
      const limit = n === 12 ? 4 : Math.floor((n - 1) / 2);
      expect(plan).toHaveLength(limit);
      expect(meetings(plan, n)).toBe(n * limit);
    }
  });

  test("stored plans are whole and free of repeats", () => {
    const lengths: Record<number, number> = { 12: 4, 13: 4, 14: 4, 16: 6, 17: 5, 18: 8, 19: 7, 20: 7, 22: 8 };
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
    const told: Progress[] = [];
    const two = fullPlan(15)!.slice(0, 2);
    const metBefore = historyOf(two);
    const left = await repeatFreeRoundsLeft({ members, metBefore }, { timeLimitMs: 3000, onProgress: (step) => told.push(step) });
    expect(left.atMost).toBe(5);
    expect(left.rounds).toBeGreaterThanOrEqual(3);
    expect(told.length).toBeGreaterThan(0);
    for (const { best, bound } of told) expect(best).toBeLessThanOrEqual(Math.min(bound, left.rounds));
    expect(left.planInHand).toHaveLength(left.rounds);
  });

  test("what is said to be the most after a whole round is never more than the full plan leaves", async () => {
    const answer = await scheduleGroups({ members: named(13) });
    if (answer.status !== "solved") throw new Error("not solved");
    // Thirteen members can have four rounds and not five (tests/scheduling/settled.test.ts).
    expect(answer).toMatchObject({ repeatFreeRoundsLeft: 3, repeatFreeRoundsAtMost: 3 });
    const sixteen = await planRounds({ members: named(16) });
    expect(sixteen).toMatchObject({ repeats: 0, repeatFreeRoundsLeft: 0, repeatFreeRoundsAtMost: 0 });
    if (sixteen.status === "solved") expect(sixteen.rounds).toHaveLength(6);
  });

  test("after any history and with conflicts what is promised can be kept: the plan repeats no pair of it", async () => {
    for (const [n, rounds] of [[18, 2], [19, 1]] as const) {
      // Cheapest first, as regions have done it: the history is no part of any design.
      const members = named(n);
      const pairCosts = members.flatMap((a, i) => members.slice(i + 1).map((b, k) => ({ pair: [a, b] as [string, string], cost: ((i + 3) * (k + 7) * 31) % 53 })));
      const metBefore: [string, string][] = [];
      const never: [string, string][] = [["m0", "m1"], ["m2", "m5"]];
      for (let round = 0; round < rounds; round++) {
        const answer = await scheduleGroups({ members, pairCosts, metBefore, never }, { timeLimitMs: 2000 });
        if (answer.status !== "solved") throw new Error("not solved");
        metBefore.push(...historyOf(answer.rounds.map(({ groups }) => groups.map((group) => group.map((id) => members.indexOf(id))))));
      }
      const left = await repeatFreeRoundsLeft({ members, metBefore, never }, { timeLimitMs: 2000 });
      expect(left.rounds).toBeGreaterThan(0);
      expect(left.planInHand).toHaveLength(left.rounds);
      expect(left.atMost).toBeGreaterThanOrEqual(left.rounds);
      const promised = left.planInHand.map((groups) => groups.map((group) => group.map((id) => members.indexOf(id))));
      meetings(promised, n);
      const barred = new Set([...metBefore, ...never].flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
      for (const [a, b] of historyOf(promised)) expect(barred.has(`${a} ${b}`)).toBe(false);
    }
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
