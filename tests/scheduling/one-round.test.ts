import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";

import { closeWorkers, scheduleGroups, verifyAnswer } from "../../app/scheduling";
import { bestByBruteForce } from "./brute-force";

afterAll(closeWorkers);

type Drawn = { n: number; costs: number[]; never: boolean[]; met: boolean[] };

type PlainInput = {
  members: string[];
  pairCosts?: { pair: [string, string]; cost: number }[];
  defaultPairCost?: number;
  never?: [string, string][];
  metBefore?: [string, string][];
};

function inputFrom({ n, costs, never, met }: Drawn): PlainInput {
  const ids = Array.from({ length: n }, (_, i) => `m${i}`);
  const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map((b): [string, string] => [a, b]));
  return {
    members: ids,
    pairCosts: pairs.map((pair, at) => ({ pair, cost: costs[at % costs.length]! })),
    never: pairs.filter((_, at) => never[at % never.length]),
    metBefore: pairs.filter((_, at) => met[at % met.length]),
  };
}

function bestOf(input: PlainInput): { repeats: number; cost: number } | undefined {
  const key = (a: string, b: string): string => [a, b].sort().join();
  const costs = new Map((input.pairCosts ?? []).map(({ pair, cost }) => [key(...pair), cost]));
  const never = new Set((input.never ?? []).map((pair) => key(...pair)));
  const met = new Set((input.metBefore ?? []).map((pair) => key(...pair)));
  const name = (at: number): string => input.members[at]!;
  return bestByBruteForce({
    ids: input.members,
    cost: (a, b) => costs.get(key(name(a), name(b))) ?? input.defaultPairCost ?? 0,
    never: (a, b) => never.has(key(name(a), name(b))),
    met: (a, b) => met.has(key(name(a), name(b))),
  });
}

describe("one round", { timeout: 60_000 }, () => {
  test("the answer is the exact optimum, repeats first and then cost, or infeasible when brute force finds nothing", async () => {
    const drawn = fc.record({
      n: fc.constantFrom(3, 4, 6, 7, 8, 9, 10, 11),
      costs: fc.array(fc.oneof(fc.integer({ min: -20, max: 60 }), fc.integer({ min: -200, max: 900 }).map((tenths) => tenths / 10)), { minLength: 55, maxLength: 55 }),
      never: fc.array(fc.constantFrom(true, false, false, false, false, false), { minLength: 55, maxLength: 55 }),
      met: fc.array(fc.constantFrom(true, false, false), { minLength: 55, maxLength: 55 }),
    });
    await fc.assert(
      fc.asyncProperty(drawn, async (draw) => {
        const input = inputFrom(draw);
        const best = bestOf(input);
        const answer = await scheduleGroups(input);
        expect(verifyAnswer(input, answer)).toEqual({ valid: true, problems: [] });
        if (!best) {
          expect(answer.status).toBe("infeasible");
          return;
        }
        if (answer.status !== "solved") throw new Error(`expected a solution, got ${answer.status}`);
        expect(answer.repeats).toBe(best.repeats);
        expect(answer.cost).toBeCloseTo(best.cost, 6);
        expect(answer.proven).toBe(true);
        expect(answer.lowerBound).toBeCloseTo(best.cost, 6);
      }),
      { numRuns: 25, seed: 20261123 },
    );
  });

  test("costs with endless decimals are solved to the optimum and the rounding is owned up to", async () => {
    const ids = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
    const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map((b): [string, string] => [a, b]));
    const input = { members: ids, pairCosts: pairs.map((pair, at) => ({ pair, cost: Math.sqrt(at * 7 + 1) - 3 })) };
    const answer = await scheduleGroups(input);
    const best = bestOf(input)!;
    if (answer.status !== "solved") throw new Error("not solved");
    expect(answer.cost).toBeCloseTo(best.cost, 5);
    expect(answer.proven).toBe(true);
    expect(answer.lowerBound).toBeLessThanOrEqual(best.cost + 1e-9);
    expect(answer.tolerance).toBeGreaterThan(0);
  });

  test("weights of zero and equal costs give a proven answer", async () => {
    const members = Array.from({ length: 20 }, (_, i) => `m${i}`);
    expect(await scheduleGroups({ members })).toMatchObject({ status: "solved", cost: 0, lowerBound: 0, proven: true, repeats: 0 });
    expect(await scheduleGroups({ members, defaultPairCost: 2.5 })).toMatchObject({ status: "solved", cost: 60, lowerBound: 60, proven: true });
  });

  test("27 and 29 members with random costs are proven, and n mod 3 groups have four members", async () => {
    for (const n of [27, 29]) {
      const costs = Array.from({ length: 900 }, (_, at) => (at * 7919 + n * 104_729) % 1009);
      const answer = await scheduleGroups(inputFrom({ n, costs, never: [false], met: [false] }));
      if (answer.status !== "solved") throw new Error("not solved");
      expect(answer).toMatchObject({ proven: true, gap: 0 });
      expect(answer.rounds[0]!.groups.filter((group) => group.length === 4)).toHaveLength(n % 3);
    }
  });

  test("200 members: within the time given an arrangement comes back with an honest bound", async () => {
    const members = Array.from({ length: 200 }, (_, i) => ({ id: `m${i}`, lat: 50 + ((i * 37) % 100) / 25, lon: -4 + ((i * 61) % 100) / 20 }));
    const answer = await scheduleGroups({ members, weights: { distancePerKm: 1 } }, { timeLimitMs: 3000 });
    if (answer.status !== "solved") throw new Error("not solved");
    expect(answer.rounds[0]!.groups).toHaveLength(66);
    expect(answer.lowerBound).toBeLessThanOrEqual(answer.cost);
  });

  test("kept groups stay and the rest is the best around them", async () => {
    const input = inputFrom({ n: 10, costs: Array.from({ length: 45 }, (_, at) => (at * 31) % 47), never: [false], met: [false] });
    const kept = ["m0", "m1", "m2"];
    const answer = await scheduleGroups(input, { pinned: [kept] });
    if (answer.status !== "solved") throw new Error("not solved");
    expect(answer.rounds[0]!.groups).toContainEqual(kept);
    const others = input.members.slice(3);
    const key = (pair: readonly string[]): string => [...pair].sort().join();
    const costs = new Map(input.pairCosts!.map(({ pair, cost }) => [key(pair), cost]));
    const rest = bestByBruteForce({ ids: others, cost: (a, b) => costs.get(key([others[a]!, others[b]!]))!, never: () => false, met: () => false })!;
    const own = [["m0", "m1"], ["m0", "m2"], ["m1", "m2"]].reduce((sum, pair) => sum + costs.get(key(pair))!, 0);
    expect(answer.cost).toBe(rest.cost + own);
    expect(answer.proven).toBe(true);
  });
});
