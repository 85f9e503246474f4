import { afterAll, describe, expect, test } from "vitest";

import { alternatives, buildPairCosts, closeWorkers, eachPairCost, evaluateGroups, explainGroup, explainInfeasible, kilometresBetween, scheduleGroups, suggestSwaps, type GroupsInput } from "../../app/scheduling";
import { everyArrangement } from "./brute-force";

afterAll(closeWorkers);

const members = ["a", "b", "c", "d", "e", "f", "g", "h"];
const pairs = members.flatMap((a, i) => members.slice(i + 1).map((b): [string, string] => [a, b]));
const question: GroupsInput = { members, pairCosts: pairs.map((pair, at) => ({ pair, cost: (at * 13) % 29 })), never: [["a", "b"]], metBefore: [["c", "d"], ["e", "f"]] };

describe("explain and adjust", { timeout: 60_000 }, () => {
  test("a hand-made arrangement is told its cost, its broken rules and what it gives up", async () => {
    const best = await scheduleGroups(question);
    const mine = evaluateGroups(question, [["a", "b", "c", "d"], ["e", "f", "g", "h"]], best);
    expect(mine.broken).toEqual(["a and b may never be in one group"]);
    expect(mine.repeats).toEqual([["c", "d"], ["e", "f"]]);
    expect(mine.givesUp!.repeats).toBe(2);
    expect(mine.givesUp!.words).toContain("2 more repeats");
    const torn = evaluateGroups(question, [["a", "c", "d"], ["e", "f", "e"]]);
    expect(torn.broken).toContain("b is in no group");
    expect(torn.broken).toContain("e is in 2 groups");
  });

  test("the best swaps come first and do what they say; the best arrangement has none", async () => {
    const start = [["a", "b", "c", "d"], ["e", "f", "g", "h"]];
    const [first, ...rest] = suggestSwaps(question, start);
    const before = evaluateGroups(question, start);
    const after = evaluateGroups(question, first!.groups);
    expect(after.cost - before.cost).toBe(first!.cost);
    expect(after.broken.length - before.broken.length).toBe(first!.conflicts);
    expect(after.repeats.length - before.repeats.length).toBe(first!.repeats);
    for (const swap of rest) expect([swap.conflicts, swap.repeats] >= [first!.conflicts, first!.repeats]).toBe(true);
    const best = await scheduleGroups(question);
    if (best.status !== "solved") throw new Error("not solved");
    expect(suggestSwaps(question, best.rounds[0]!.groups)).toEqual([]);
  });

  test("the swaps offered are the best of all there are, with every kept member where it was", () => {
    const ten = [...members, "i", "j"];
    const all = ten.flatMap((a, i) => ten.slice(i + 1).map((b): [string, string] => [a, b]));
    const larger: GroupsInput = { members: ten, pairCosts: all.map((pair, at) => ({ pair, cost: (at * 17) % 31 })), never: [["a", "e"]], metBefore: [["a", "b"], ["g", "h"]], pinned: [["d", "h", "i"]] };
    const start = [["a", "b", "c", "j"], ["e", "f", "g"], ["d", "h", "i"]];
    const scoreOf = (groups: string[][]) => {
      const { cost, repeats, broken } = evaluateGroups(larger, groups);
      return [broken.filter((words) => words.includes("may never be")).length, repeats.length, cost] as const;
    };
    const now = scoreOf(start);
    const every = start.flatMap((group, f) => start.flatMap((to, t) => (f === 2 || t === 2 || f === t ? [] : group.flatMap((a) => [
      ...(group.length === 4 ? [start.map((one, at) => (at === f ? one.filter((member) => member !== a) : at === t ? [...one, a] : one))] : []),
      ...to.map((b) => start.map((one) => one.map((member) => (member === a ? b : member === b ? a : member)))),
    ]))));
    const better = [...new Set(every.map(scoreOf).map(([conflicts, repeats, cost]) => [conflicts - now[0], repeats - now[1], cost - now[2]] as const)
      .filter(([conflicts, repeats, cost]) => (conflicts || repeats || cost) < 0).map((delta) => delta.join()))].map((delta) => delta.split(",").map(Number))
      .sort((one, two) => one[0]! - two[0]! || one[1]! - two[1]! || one[2]! - two[2]!);
    const swaps = suggestSwaps(larger, start, 3);
    expect(swaps).toHaveLength(3);
    expect(swaps[0]).toMatchObject({ conflicts: better[0]![0], repeats: better[0]![1], cost: better[0]![2] });
    for (const swap of swaps) {
      const after = scoreOf(swap.groups.map((group) => [...group]));
      expect([after[0] - now[0], after[1] - now[1], after[2] - now[2]]).toEqual([swap.conflicts, swap.repeats, swap.cost]);
      expect(swap.groups).toContainEqual(["d", "h", "i"]);
    }
  });

  test("what a pair costs is the same with its words and without them", () => {
    const some = [
      { id: "a", lat: 51.2, lon: 0.7, grade: "Good", size: 900, neighbours: ["c"] }, { id: "b", lat: 51.4, lon: 0.5, grade: "Good", size: 12_000 },
      { id: "c", grade: "Outstanding", size: 400 }, { id: "d", lat: 50.9, lon: -1.4 },
    ];
    const weights = { distancePerKm: 1.3, sameGrade: 20, statisticalNeighbour: -15, sizeDoubling: 3.7, wanted: [{ pair: ["a", "d"] as [string, string], cost: -50 }] };
    const short: [string, string, number][] = [];
    eachPairCost(some, weights, (i, j, cost) => short.push([some[i]!.id, some[j]!.id, cost]));
    expect(short).toEqual(buildPairCosts(some, weights).map(({ pair, cost }) => [...pair, cost]));
    expect(short.filter(([, , cost]) => cost !== 0).length).toBeGreaterThan(4);
  });

  test("the alternatives are the next best arrangements, exactly as brute force ranks them", async () => {
    const cost = new Map(question.pairCosts!.map(({ pair, cost: value }) => [pair.join(), value]));
    const met = new Set(question.metBefore!.map((pair) => pair.join()));
    const ranked = [...everyArrangement(members.map((_, at) => at), 2)]
      .map((groups) => groups.flatMap((group) => group.flatMap((a, at) => group.slice(at + 1).map((b) => `${members[Math.min(a, b)]!},${members[Math.max(a, b)]!}`))))
      .filter((inside) => !inside.includes("a,b"))
      .map((inside) => ({ repeats: inside.filter((pair) => met.has(pair)).length, cost: inside.reduce((sum, pair) => sum + cost.get(pair)!, 0) }))
      .sort((a, b) => a.repeats - b.repeats || a.cost - b.cost);
    const found = await alternatives(question, { count: 4 });
    expect(found.proven).toBe(true);
    expect(found.alternatives.map(({ repeats, cost: total }) => ({ repeats, cost: total }))).toEqual(ranked.slice(0, 4));
    expect(new Set(found.alternatives.map(({ groups }) => JSON.stringify(groups))).size).toBe(4);
  });

  test("a group is explained in words", () => {
    const kent = { id: "kent", name: "Kent", lat: 51.25887, lon: 0.72961, grade: "Good" };
    const medway = { id: "medway", name: "Medway", lat: 51.41532, lon: 0.55362, grade: "Requires improvement" };
    const surrey = { id: "surrey", name: "Surrey", lat: 51.291, lon: -0.4272, grade: "Good", neighbours: ["kent"] };
    expect(kilometresBetween(kent, medway)).toBeCloseTo(21.25, 1);
    expect(explainGroup([kent, medway, surrey], () => false)).toBe("Kent - Medway - Surrey: 81 km apart, two grades, Kent and Surrey statistical neighbours, never met");
    expect(explainGroup([kent, medway], (a, b) => a === "kent" && b === "medway")).toContain("Kent and Medway met before");
    const [, apart] = buildPairCosts([kent, medway, surrey], { distancePerKm: 1, sameGrade: 20, statisticalNeighbour: -15 });
    expect(apart!.terms.map(({ feature, cost }) => ({ feature, cost }))).toEqual([
      { feature: "distance", cost: 80.55 },
      { feature: "grade", cost: 20 },
      { feature: "neighbour", cost: -15 },
    ]);
    expect(apart!.cost).toBe(85.55);
  });

  test("infeasible is answered with the smallest set of rules: a member without partners", async () => {
    const six = ["a", "b", "c", "d", "e", "f"];
    const never = ["b", "c", "d", "e"].map((other): [string, string] => ["a", other]);
    const conflict = explainInfeasible({ members: six, never });
    expect(conflict.smallest).toBe(true);
    expect(conflict.rules).toHaveLength(4);
    expect(conflict.reason).toBe("a may never be with b, c, d and e, which leaves one partner; a group needs at least two others.");
    expect(await scheduleGroups({ members: six, never })).toMatchObject({ status: "infeasible", conflict: { smallest: true } });
  });

  test("rules that can be kept together are not called a conflict", () => {
    expect(explainInfeasible(question)).toEqual({ rules: [], smallest: true, reason: "All of these rules can be kept together." });
  });

  test("infeasible with all pairs in conflict names three members for two groups, and each rule is needed", async () => {
    const six = ["a", "b", "c", "d", "e", "f"];
    const all = six.flatMap((a, i) => six.slice(i + 1).map((b): [string, string] => [a, b]));
    const conflict = explainInfeasible({ members: six, never: all });
    expect(conflict.rules).toHaveLength(3);
    expect(conflict.reason).toContain("that needs 3 groups and there are 2");
    const mutual: [string, string][] = [["a", "b"], ["a", "c"], ["b", "c"]];
    expect((await scheduleGroups({ members: six, never: mutual })).status).toBe("infeasible");
    for (const left of mutual) expect((await scheduleGroups({ members: six, never: mutual.filter((pair) => pair !== left) })).status).toBe("solved");
  });
});
