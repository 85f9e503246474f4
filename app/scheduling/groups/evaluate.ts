import { SchedulingInputError } from "../input-error";
import { tidy } from "./one-round";
import { weightOf } from "./partition-problem";
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

/** A change that helps, before it is put into words. */
type Candidate = Score & { readonly member: number; readonly from: number; readonly to: number; readonly other: number | null };

/**
 * The best single changes to an arrangement: two members change places, or one moves from a four to a three.
 * Among 153 there are eleven thousand: each is measured by what its members bring to a group, and only the best are put into words.
 */
export function bestSwaps(problem: GroupsProblem, arrangement: readonly (readonly string[])[], count: number): Swap[] {
  const groups = toIndexes(problem, arrangement);
  const { n, ids, features, never, met, costs } = problem;
  const name = (member: number): string => features[member]?.name ?? ids[member]!;
  const kept = new Set(problem.pinned.flat());
  const keeps = groups.map((group) => group.some((member) => kept.has(member)));
  const [cost, repeats, conflicts] = [costs, met, never].map((marks) => (a: number, group: number) => broughtBy(a, groups[group]!, marks, n)) as [Bring, Bring, Bring];
  const words = ({ member, to, other }: Candidate): string =>
    other === null ? `${name(member)} moves to the group of ${groups[to]!.map(name).join(", ")}` : `${name(member)} and ${name(other)} change places`;
  const best: Candidate[] = [];
  const before = (one: Candidate, two: Candidate): boolean => (order(one, two) || words(one).localeCompare(words(two))) < 0;
  const consider = (candidate: Candidate): void => {
    if (order(candidate, { cost: 0, repeats: 0, conflicts: 0 }) >= 0) return;
    const worst = best.at(-1);
    if (best.length === count && worst && !before(candidate, worst)) return;
    const place = best.findIndex((one) => before(candidate, one));
    best.splice(place < 0 ? best.length : place, 0, candidate);
    if (best.length > count) best.pop();
  };
  groups.forEach((from, f) => {
    groups.forEach((to, t) => {
      if (f === t) return;
      for (const a of from) {
        if (kept.has(a)) continue;
        const [costA, repeatsA, conflictsA] = [cost(a, t) - cost(a, f), repeats(a, t) - repeats(a, f), conflicts(a, t) - conflicts(a, f)];
        if (from.length === 4 && to.length === 3 && !keeps[t]) consider({ member: a, from: f, to: t, other: null, cost: tidy(costA), repeats: repeatsA, conflicts: conflictsA });
        if (t < f) continue;
        for (const b of to) {
          if (kept.has(b)) continue;
          const pair = a * n + b;
          consider({
            member: a, from: f, to: t, other: b,
            // The two of them do not meet by changing places.
            cost: tidy(costA + cost(b, f) - cost(b, t) - 2 * costs[pair]!),
            repeats: repeatsA + repeats(b, f) - repeats(b, t) - 2 * met[pair]!,
            conflicts: conflictsA + conflicts(b, f) - conflicts(b, t) - 2 * never[pair]!,
          });
        }
      }
    });
  });
  return best.map((candidate) => ({ words: words(candidate), cost: candidate.cost, repeats: candidate.repeats, conflicts: candidate.conflicts, groups: changed(groups, candidate).map((group) => group.map((member) => ids[member]!)) }));
}

type Bring = (member: number, group: number) => number;

/** What a member brings to a group with whom it has there; nothing with itself. */
function broughtBy(member: number, group: readonly number[], marks: Float64Array | Uint8Array, n: number): number {
  let total = 0;
  for (const other of group) total += marks[member * n + other]!;
  return total;
}

function changed(groups: readonly (readonly number[])[], { member, from, to, other }: Candidate): number[][] {
  return groups.map((group, at) => {
    if (at !== from && at !== to) return [...group];
    if (other === null) return at === from ? group.filter((one) => one !== member) : [...group, member];
    return group.map((one) => (one === member ? other : one === other ? member : one));
  });
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
