import { seededRandom } from "../solver/random";
import type { Stop } from "../solver/stop";
import type { GroupsProblem } from "./read-groups";

export type Conflict = { rules: string[]; smallest: boolean; reason: string };

type Pair = readonly [number, number];

/**
 * The rules that make an arrangement impossible, as few as can be found: without any one of them there
 * would be an arrangement. `smallest` is true when no smaller set exists.
 *
 * Three shapes are looked for: a member with too few possible partners, more members who exclude each
 * other than there are groups, and, for small problems, any other set by leaving out rule after rule.
 */
export function smallestConflict(problem: GroupsProblem, stop: Stop): Conflict {
  const { ids, features, neverPairs, pinned } = problem;
  const name = (member: number): string => features[member]?.name ?? ids[member]!;
  const rule = ([a, b]: Pair): string => `${name(a)} and ${name(b)} may never be in one group`;
  const insidePinned = pinned.flatMap((group) => neverPairs.filter(([a, b]) => group.includes(a) && group.includes(b)).map((pair) => ({ group, pair })));
  if (insidePinned.length > 0) {
    const { group, pair } = insidePinned[0]!;
    const rules = [`The group ${group.map(name).join(" - ")} is kept`, rule(pair)];
    return { rules, smallest: true, reason: `${rules.join("; ")}. One of the two has to go.` };
  }
  const kept = pinned.map((group) => `The group ${group.map(name).join(" - ")} is kept`);
  const taken = new Set(pinned.flat());
  const free = ids.map((_, member) => member).filter((member) => !taken.has(member));
  const apart = neverPairs.filter(([a, b]) => !taken.has(a) && !taken.has(b));
  const pinnedFours = pinned.filter((group) => group.length === 4).length;
  const shape = { free, quads: problem.quads - pinnedFours };

  if (canArrange(shape, apart, 20_000, stop) === true) return { rules: [], smallest: true, reason: "All of these rules can be kept together." };
  const lonely = lonelyMember(free, apart, shape.quads === free.length / 4);
  const clique = largeClique(free, apart, Math.floor(free.length / 3), stop);
  const options = [lonely, clique].filter((pairs) => pairs !== undefined).sort((a, b) => a.length - b.length);
  const bySize = exactConflict(shape, apart, options[0], stop);
  const pairs = bySize.pairs;
  const because = pairs === lonely && lonely ? lonelyReason(lonely, name, free.length) : pairs === clique && clique ? cliqueReason(clique, name, Math.floor(free.length / 3)) : "No arrangement keeps all of these rules, and without any one of them there would be one.";
  const rules = [...kept, ...pairs.map(rule)];
  return { rules, smallest: bySize.smallest && kept.length === 0, reason: because };
}

function lonelyMember(free: readonly number[], apart: readonly Pair[], allFours: boolean): Pair[] | undefined {
  const needed = allFours ? 3 : 2;
  for (const member of free) {
    const rules = apart.filter((pair) => pair.includes(member));
    // Enough rules to leave one partner fewer than needed; any of them would do, so the first are named.
    const enough = free.length - 1 - (needed - 1);
    if (rules.length >= enough) return rules.slice(0, enough);
  }
  return undefined;
}

function lonelyReason(rules: readonly Pair[], name: (member: number) => string, members: number): string {
  const [first, second] = rules;
  const member = first!.find((candidate) => second === undefined || second.includes(candidate))!;
  const others = rules.map((pair) => name(pair.find((other) => other !== member)!));
  const left = members - 1 - rules.length;
  return `${name(member)} may never be with ${listed(others)}, which leaves ${left === 0 ? "no partner" : "one partner"}; a group needs at least two others.`;
}

function cliqueReason(rules: readonly Pair[], name: (member: number) => string, groups: number): string {
  const members = [...new Set(rules.flat())];
  return `${listed(members.map(name))} may never be together, two by two: that needs ${members.length} groups and there ${groups === 1 ? "is one" : `are ${groups}`}.`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
}

/** More mutually exclusive members than groups, by greedy search from every member. */
function largeClique(free: readonly number[], apart: readonly Pair[], groups: number, stop: Stop): Pair[] | undefined {
  const excluded = new Map(free.map((member) => [member, new Set<number>()]));
  for (const [a, b] of apart) {
    excluded.get(a)!.add(b);
    excluded.get(b)!.add(a);
  }
  const degree = (member: number): number => excluded.get(member)!.size;
  for (const start of free) {
    if (stop.now()) return undefined;
    const clique = [start];
    const order = [...excluded.get(start)!].sort((a, b) => degree(b) - degree(a) || a - b);
    for (const member of order) {
      if (clique.every((other) => excluded.get(other)!.has(member))) clique.push(member);
      if (clique.length > groups) return clique.flatMap((a, at) => clique.slice(at + 1).map((b): Pair => [a, b]));
    }
  }
  return undefined;
}

type Shape = { free: readonly number[]; quads: number };

/**
 * Leaves out rule after rule while the rest is still impossible, in several orders, and keeps the
 * smallest set. With few rules every smaller set is tried as well, which proves that it is the smallest.
 */
function exactConflict(shape: Shape, apart: readonly Pair[], known: Pair[] | undefined, stop: Stop): { pairs: Pair[]; smallest: boolean } {
  const random = seededRandom(1);
  let best = known ?? [...apart];
  let settled = true;
  const impossible = (rules: readonly Pair[]): boolean | undefined => {
    const answer = canArrange(shape, rules, 20_000, stop);
    if (answer === undefined) settled = false;
    return answer === undefined ? undefined : !answer;
  };
  for (let order = 0; order < 6 && !stop.now(); order++) {
    let rules = order === 0 ? [...best] : [...apart];
    if (order > 0) for (let i = rules.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [rules[i], rules[j]] = [rules[j]!, rules[i]!];
    }
    if (impossible(rules) !== true) continue;
    for (const pair of [...rules]) {
      if (stop.now()) break;
      const without = rules.filter((other) => other !== pair);
      if (impossible(without) === true) rules = without;
    }
    if (rules.length < best.length) best = rules;
  }
  const smallest = settled && !stop.now() && noSmaller(shape, apart, best.length - 1, impossible, stop);
  return { pairs: best, smallest };
}

/** Whether no set of `size` rules is impossible, when there are few enough sets to try them all. */
function noSmaller(shape: Shape, apart: readonly Pair[], size: number, impossible: (rules: readonly Pair[]) => boolean | undefined, stop: Stop): boolean {
  if (size <= 0) return true;
  let sets = 1;
  for (let i = 0; i < size; i++) sets = (sets * (apart.length - i)) / (i + 1);
  if (sets > 3000) return false;
  const chosen: Pair[] = [];
  const visit = (from: number): boolean => {
    if (stop.now()) return false;
    if (chosen.length === size) return impossible(chosen) === false;
    for (let at = from; at <= apart.length - (size - chosen.length); at++) {
      chosen.push(apart[at]!);
      const fine = visit(at + 1);
      chosen.pop();
      if (!fine) return false;
    }
    return true;
  };
  return visit(0);
}

/** Whether the members can be split under these rules; undefined when the search gave up. */
function canArrange({ free, quads }: Shape, rules: readonly Pair[], mostSteps: number, stop: Stop): boolean | undefined {
  const excluded = new Map(free.map((member) => [member, new Set<number>()]));
  for (const [a, b] of rules) {
    excluded.get(a)!.add(b);
    excluded.get(b)!.add(a);
  }
  let steps = 0;
  const fits = (member: number, group: readonly number[]): boolean => group.every((other) => !excluded.get(member)!.has(other));
  const place = (left: readonly number[], fours: number): boolean | undefined => {
    if (left.length === 0) return fours === 0;
    if (++steps > mostSteps || stop.now()) return undefined;
    // The member with the most rules first: it has the fewest partners.
    const first = left.reduce((a, b) => (excluded.get(b)!.size > excluded.get(a)!.size ? b : a));
    const others = left.filter((member) => member !== first && fits(member, [first]));
    let gaveUp = false;
    for (const size of [3, 4]) {
      if (size === 4 ? fours === 0 : left.length === 4 * fours) continue;
      for (const group of choose(others, size - 1, fits)) {
        const answer = place(left.filter((member) => member !== first && !group.includes(member)), fours - (size === 4 ? 1 : 0));
        if (answer === true) return true;
        if (answer === undefined) gaveUp = true;
        if (steps > mostSteps) return undefined;
      }
    }
    return gaveUp ? undefined : false;
  };
  return place(free, quads);
}

function* choose(from: readonly number[], count: number, fits: (member: number, group: readonly number[]) => boolean, chosen: readonly number[] = []): Generator<readonly number[]> {
  if (count === 0) {
    yield chosen;
    return;
  }
  for (let at = 0; at <= from.length - count; at++) {
    const member = from[at]!;
    if (fits(member, chosen)) yield* choose(from.slice(at + 1), count - 1, fits, [...chosen, member]);
  }
}
