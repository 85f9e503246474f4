import { seededRandom } from "../solver/random";
import { crossingCut, rankOneCut, type Cut } from "./cuts";
import type { Column } from "./master";

type Violated = { readonly members: readonly number[]; readonly excess: number; readonly cut: () => Cut };

/** How the relaxation puts members together: only what is not already whole matters. */
type Support = {
  readonly n: number;
  readonly used: readonly { readonly members: readonly number[]; readonly value: number }[];
  /** n x n: the sum of the values of the groups that hold both. */
  readonly together: Float64Array;
  readonly near: readonly (readonly number[])[];
};

const least = 0.02;

/**
 * Cuts that the relaxation breaks, the most broken first and few for each member, so that one round of
 * cuts spreads over the whole relaxation. At most `atMost` on few members and 40 across.
 */
export function violatedCuts(columns: readonly Column[], values: Float64Array, { n, quads }: { n: number; quads: number }, atMost: number): Cut[] {
  const support = supportOf(columns, values, n);
  const few = onFewMembers(support).sort(mostBroken);
  const perMember = new Int32Array(n);
  const chosen: Violated[] = [];
  for (const violated of few) {
    if (chosen.length >= atMost) break;
    if (violated.members.some((member) => perMember[member]! >= 8)) continue;
    for (const member of violated.members) perMember[member] = perMember[member]! + 1;
    chosen.push(violated);
  }
  if (quads === 0) chosen.push(...across(support).sort(mostBroken).slice(0, 40));
  return chosen.map(({ cut }) => cut());
}

function mostBroken(a: Violated, b: Violated): number {
  return b.excess - a.excess || a.members.length - b.members.length || a.members[0]! - b.members[0]! || a.members[1]! - b.members[1]!;
}

function supportOf(columns: readonly Column[], values: Float64Array, n: number): Support {
  const used = columns.map(({ members }, index) => ({ members, value: values[index]! })).filter(({ value }) => value > 1e-6);
  const together = new Float64Array(n * n);
  const near: number[][] = Array.from({ length: n }, () => []);
  for (const { members, value } of used) {
    for (const a of members) {
      for (const b of members) {
        if (a === b) continue;
        if (together[a * n + b] === 0) near[a]!.push(b);
        together[a * n + b] = together[a * n + b]! + value;
      }
    }
  }
  return { n, used, together, near };
}

/** Shares by the number of members: halves on three or five, and two thirds and three thirds on four. */
const shapes: ReadonlyMap<number, { readonly shares: readonly (readonly number[])[]; readonly over: number; readonly most: number }> = new Map([
  [3, { shares: [[1, 1, 1]], over: 2, most: 1 }],
  [4, { shares: [[2, 1, 1, 1], [1, 2, 1, 1], [1, 1, 2, 1], [1, 1, 1, 2]], over: 3, most: 1 }],
  [5, { shares: [[1, 1, 1, 1, 1]], over: 2, most: 2 }],
]);

/** How much a set of so many members must be together before it can break a cut, or grow into one that does. */
const togetherAtLeast = [0, 0, 0.1, 0.6, 1, 2];

/** Every set of three to five members who hang together in the relaxation, tried in the shapes. */
function onFewMembers({ n, used, together, near }: Support): Violated[] {
  const groupsOf: number[][] = Array.from({ length: n }, () => []);
  used.forEach(({ members }, at) => members.forEach((member) => groupsOf[member]!.push(at)));
  const found: Violated[] = [];
  const seen = new Set<number>();
  const weigh = (set: readonly number[]): void => {
    const held = new Map<number, number>(); // group -> which of the set it holds, as bits
    set.forEach((member, bit) => groupsOf[member]!.forEach((at) => held.set(at, (held.get(at) ?? 0) | (1 << bit))));
    const { shares: choices, over, most } = shapes.get(set.length)!;
    for (const shares of choices) {
      let excess = -most;
      for (const [at, bits] of held) {
        let total = 0;
        for (let bit = 0; bit < set.length; bit++) if (bits & (1 << bit)) total += shares[bit]!;
        excess += Math.floor(total / over) * used[at]!.value;
      }
      if (excess > least) found.push({ members: set, excess, cut: () => rankOneCut(set, shares, over, n) });
    }
  };
  const grow = (set: readonly number[], total: number): void => {
    if (set.length >= 3) {
      const sorted = [...set].sort((a, b) => a - b);
      const key = sorted.reduce((number, member) => number * 401 + member + 1, 0);
      if (seen.has(key)) return;
      seen.add(key);
      weigh(sorted);
    }
    if (set.length === 5) return;
    for (const next of new Set(set.flatMap((member) => near[member]!))) {
      if (set.includes(next)) continue;
      let more = total;
      for (const member of set) more += together[member * n + next]!;
      if (more >= togetherAtLeast[set.length + 1]!) grow([...set, next], more);
    }
  };
  for (let member = 0; member < n; member++) grow([member], 0);
  return found;
}

/** Sets that threes do not divide with less than one group across: pairs are merged, the closest first, with chance. */
function across({ n, together }: Support): Violated[] {
  const random = seededRandom(1);
  const pairs: (readonly [number, number, number])[] = [];
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) if (together[a * n + b]! > 1e-6) pairs.push([a, b, together[a * n + b]!]);
  const found = new Map<string, Violated>();
  for (let trial = 0; trial < 30; trial++) {
    const order = pairs.map(([a, b, value]) => [a, b, trial === 0 ? value : value * Math.sqrt(random.next())] as const).sort((x, y) => y[2] - x[2]);
    // A member has two partners' worth of pairs; of a merged set, those that leave it remain.
    const sets = Array.from({ length: n }, (_, member) => ({ members: [member], leaving: 2 }));
    for (const [a, b] of order) {
      const [one, other] = [sets[a]!, sets[b]!];
      if (one === other) continue;
      let between = 0;
      for (const x of one.members) for (const y of other.members) between += together[x * n + y]!;
      const merged = { members: [...one.members, ...other.members], leaving: one.leaving + other.leaving - 2 * between };
      for (const member of merged.members) sets[member] = merged;
      const excess = 1 - merged.leaving / 2;
      if (merged.members.length % 3 === 0 || excess <= least) continue;
      const side = merged.members.toSorted((x, y) => x - y);
      if (!found.has(side.join())) found.set(side.join(), { members: side, excess, cut: () => crossingCut(side, n) });
    }
  }
  return [...found.values()];
}
