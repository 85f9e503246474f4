import { SchedulingInputError } from "../input-error";
import { tidy } from "./one-round";
import { groupWeight, markedPairs, weightOf } from "./partition-problem";
import type { GroupsProblem } from "./read-groups";

export type Evaluation = {
  readonly cost: number;
  readonly repeats: readonly (readonly [string, string])[];
  /** Rules it breaks, in words; empty when it may be used. */
  readonly broken: readonly string[];
};

export type Swap = {
  /** "Kent and Surrey change places", or "Kent moves to the group of ...". */
  readonly words: string;
  readonly groups: readonly (readonly string[])[];
  /** Change in cost, repeats and broken conflicts: negative is better. */
  readonly cost: number;
  readonly repeats: number;
  readonly conflicts: number;
};

/** What a hand-made arrangement costs and which rules it breaks. Members may be missing or listed twice: that is told, not refused. */
export function evaluate(problem: GroupsProblem, arrangement: readonly (readonly string[])[]): Evaluation {
  const groups = toIndexes(problem, arrangement);
  const { n, ids, features, never, met, costs, quads } = problem;
  const name = (member: number): string => features[member]?.name ?? ids[member]!;
  const broken: string[] = [];
  const times = new Int32Array(n);
  for (const group of groups) for (const member of group) times[member] = times[member]! + 1;
  for (let member = 0; member < n; member++) {
    if (times[member] === 0) broken.push(`${name(member)} is in no group`);
    if (times[member]! > 1) broken.push(`${name(member)} is in ${times[member]} groups`);
  }
  groups.forEach((group, at) => {
    if (group.length !== 3 && group.length !== 4) broken.push(`Group ${at + 1} has ${group.length} member${group.length === 1 ? "" : "s"}`);
    for (const [a, b] of pairsOf(group)) if (never[a * n + b]) broken.push(`${name(a)} and ${name(b)} may never be in one group`);
  });
  const fours = groups.filter((group) => group.length === 4).length;
  if (fours !== quads) broken.push(`${fours} group${fours === 1 ? "" : "s"} of four instead of ${quads}`);
  return {
    cost: tidy(weightOf(groups, costs, n)),
    repeats: groups.flatMap((group) => pairsOf(group).filter(([a, b]) => met[a * n + b]).map(([a, b]): [string, string] => [ids[a]!, ids[b]!])),
    broken,
  };
}

/** The best single changes to an arrangement: two members change places, or one moves from a four to a three. */
export function bestSwaps(problem: GroupsProblem, arrangement: readonly (readonly string[])[], count: number): Swap[] {
  const groups = toIndexes(problem, arrangement);
  const { n, ids, features, never, met, costs } = problem;
  const name = (member: number): string => features[member]?.name ?? ids[member]!;
  const kept = new Set(problem.pinned.flat());
  const swaps: Swap[] = [];
  const consider = (words: string, changed: readonly { at: number; members: number[] }[]): void => {
    const delta = (score: (group: readonly number[]) => number): number => changed.reduce((total, { at, members }) => total + score(members) - score(groups[at]!), 0);
    const swap = {
      words,
      cost: tidy(delta((group) => groupWeight(group, costs, n))),
      repeats: delta((group) => markedPairs([group], met, n)),
      conflicts: delta((group) => markedPairs([group], never, n)),
    };
    if (order(swap, { cost: 0, repeats: 0, conflicts: 0 }) >= 0) return;
    const after = groups.map((group, at) => changed.find((change) => change.at === at)?.members ?? group);
    swaps.push({ ...swap, groups: after.map((group) => group.map((member) => ids[member]!)) });
  };
  groups.forEach((from, f) => {
    groups.forEach((to, t) => {
      if (f === t) return;
      for (const a of from) {
        if (kept.has(a)) continue;
        if (from.length === 4 && to.length === 3 && !to.some((member) => kept.has(member))) {
          consider(`${name(a)} moves to the group of ${to.map(name).join(", ")}`, [
            { at: f, members: from.filter((member) => member !== a) },
            { at: t, members: [...to, a] },
          ]);
        }
        if (t < f) continue;
        for (const b of to) {
          if (kept.has(b)) continue;
          consider(`${name(a)} and ${name(b)} change places`, [
            { at: f, members: from.map((member) => (member === a ? b : member)) },
            { at: t, members: to.map((member) => (member === b ? a : member)) },
          ]);
        }
      }
    });
  });
  return swaps.sort((a, b) => order(a, b) || a.words.localeCompare(b.words)).slice(0, count);
}

type Score = { cost: number; repeats: number; conflicts: number };

function order(a: Score, b: Score): number {
  return a.conflicts - b.conflicts || a.repeats - b.repeats || (Math.abs(a.cost - b.cost) < 1e-9 ? 0 : a.cost - b.cost);
}

function pairsOf(group: readonly number[]): [number, number][] {
  return group.flatMap((a, at) => group.slice(at + 1).map((b): [number, number] => [a, b]));
}

function toIndexes(problem: GroupsProblem, arrangement: readonly (readonly string[])[]): number[][] {
  const index = new Map(problem.ids.map((memberId, at) => [memberId, at]));
  return arrangement.map((group, g) =>
    group.map((memberId, at) => {
      const member = index.get(memberId);
      if (member === undefined) throw new SchedulingInputError(`groups[${g}][${at}]`, `"${memberId}" is not among the members.`);
      return member;
    }),
  );
}
