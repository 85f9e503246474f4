import { describe, expect, test } from "vitest";

import { bestPartition } from "../../app/scheduling/groups/best-partition";
import { crossingCut, rankOneCut, type Cut } from "../../app/scheduling/groups/cuts";
import { groupKey, tripleKey } from "../../app/scheduling/groups/group-keys";
import { weightOf, type PartitionProblem } from "../../app/scheduling/groups/partition-problem";
import { priceGroups, type Prices } from "../../app/scheduling/groups/pricing";
import { highs } from "../../app/scheduling/solver/highs";
import { neverStop } from "../../app/scheduling/solver/stop";
import { everyArrangement } from "./brute-force";

function below(seed: number): (limit: number) => number {
  let state = (seed * 7919 + 17) % 2_147_483_647;
  return (limit) => (state = (state * 48_271) % 2_147_483_647) % limit;
}

/** Places on a square of forty, whole distances, and eight more for an equal grade. */
function places(n: number, quads: number, seed: number): PartitionProblem {
  const random = below(seed * 1000 + n);
  const at = Array.from({ length: n }, () => [random(40), random(40)] as const);
  const grade = Array.from({ length: n }, () => random(3));
  const weights = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) if (i !== j) weights[i * n + j] = Math.round(Math.hypot(at[i]![0] - at[j]![0], at[i]![1] - at[j]![1])) + (grade[i] === grade[j] ? 8 : 0);
  }
  return { n, quads, weights, forbidden: new Uint8Array(n * n), whole: true };
}

const cutsOn = (n: number): Cut[] => [
  rankOneCut([0, 3, 5], [1, 1, 1], 2, n),
  rankOneCut([1, 2, 4, 7], [1, 2, 1, 1], 3, n),
  rankOneCut([0, 2, 3, 6, 8], [1, 1, 1, 1, 1], 2, n),
  ...(n % 3 === 0 ? [crossingCut([0, 1, 4, 5], n), crossingCut([2, 7], n)] : []),
];

/** A cut's coefficient put together as pricing does it. */
function pricedCoefficient(cut: Cut, group: readonly number[], n: number): number {
  const [a, b, c, d = -1] = group as [number, number, number, number?];
  let total = 0;
  cut.eachPair((x, y, value) => (total += group.includes(x) && group.includes(y) ? value : 0));
  for (const triple of d < 0 ? [[a, b, c]] : [[a, b, c], [a, b, d], [a, c, d], [b, c, d]]) total += cut.triples.get(tripleKey(triple as [number, number, number], n)) ?? 0;
  return total + (d < 0 ? 0 : (cut.quads.get(groupKey(a, b, c, d)) ?? 0));
}

describe("what the proof rests on", { timeout: 60_000 }, () => {
  test.each([9, 10, 11])("every arrangement of %i members keeps every cut, and pricing sees the same coefficients", (n) => {
    const cuts = cutsOn(n);
    const members = Array.from({ length: n }, (_, i) => i);
    const groupsSeen = new Map<string, readonly number[]>();
    const largest = cuts.map(() => -Infinity);
    for (const groups of everyArrangement(members, n % 3)) {
      for (const group of groups) groupsSeen.set(group.join(), group);
      cuts.forEach((cut, at) => (largest[at] = Math.max(largest[at]!, groups.reduce((sum, group) => sum + cut.coefficient(group), 0))));
    }
    // Kept by all, and by some only just: a cut that none comes near would cut off nothing.
    expect(largest).toEqual(cuts.map(({ most }) => most));
    for (const group of groupsSeen.values()) expect(cuts.map((cut) => pricedCoefficient(cut, group, n))).toEqual(cuts.map((cut) => cut.coefficient(group)));
  });

  test("pricing finds the least reduced cost over all triples and quads, penalties of cuts included", () => {
    for (const n of [9, 11]) {
      const problem = places(n, n % 3, 5);
      const random = below(n);
      const prices: Prices = { member: Float64Array.from({ length: n }, () => random(30)), quadCount: 7, budget: 0, cuts: cutsOn(n).map((cut) => ({ cut, penalty: 5 + random(20) })) };
      const reduced = (group: readonly number[]): number =>
        weightOf([group], problem.weights, n) - group.reduce((sum, i) => sum + prices.member[i]!, 0) - (group.length === 4 ? prices.quadCount : 0) + prices.cuts.reduce((sum, { cut, penalty }) => sum + penalty * cut.coefficient(group), 0);
      const least = new Map([[3, Infinity], [4, Infinity]]);
      for (const groups of everyArrangement(Array.from({ length: n }, (_, i) => i), n % 3)) for (const group of groups) least.set(group.length, Math.min(least.get(group.length)!, reduced(group)));
      const { leastTriple, leastQuad, candidates } = priceGroups(problem, prices, 1000, 100_000);
      expect(leastTriple).toBeCloseTo(least.get(3)!, 6);
      if (n % 3 > 0) expect(leastQuad).toBeCloseTo(least.get(4)!, 6);
      for (const { a, b, c, d, reducedCost } of candidates) expect(reducedCost).toBeCloseTo(reduced(d < 0 ? [a, b, c] : [a, b, c, d]), 6);
    }
  });

  // In these the first program over few groups finds an arrangement that is not the best: it must not be taken for a proof.
  test.each([[36, 60, 304], [45, 81, 354]])("%i members, seed %i: the proven best is no dearer than an arrangement that is known", async (n, seed, known) => {
    const problem = places(n, 0, seed);
    const start = Array.from({ length: n / 3 }, (_, group) => [3 * group, 3 * group + 1, 3 * group + 2]);
    const answer = bestPartition(await highs(), problem, start, { stop: neverStop, seed: 1 });
    expect(answer).toMatchObject({ weight: known, bound: known, proven: true });
    expect(weightOf(answer.partition, problem.weights, n)).toBe(known);
  });
});
