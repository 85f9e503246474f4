import type { Highs } from "highs";

import { seededRandom } from "../solver/random";
import { stopWithin, type Stop } from "../solver/stop";
import { anneal } from "./annealing";
import { Master, type Relaxed } from "./master";
import { groupWeight, type Partition, type PartitionProblem } from "./partition-problem";
import { priceGroups } from "./pricing";

type Part = { problem: PartitionProblem; members: readonly number[] };

/**
 * A good partition read off the relaxation: choose the groups it is surest of, take their members
 * out, relax the rest again (with new columns), and so on; a small rest is annealed. Good where
 * annealing is weak: many members and costs without geography. Undefined when it ran into a wall.
 */
export function dive(
  solver: Highs,
  problem: PartitionProblem,
  master: Master,
  relaxed: Relaxed,
  { stop, seed }: { stop: Stop; seed: number },
): Partition | undefined {
  const random = seededRandom(seed + 101);
  const chosen: number[][] = [];
  let part: Part = { problem, members: Array.from({ length: problem.n }, (_, i) => i) };
  let columns: { members: readonly number[]; value: number }[] = valued(master, relaxed);
  while (!stop.now()) {
    const sure = surest(columns, part.problem);
    if (sure.length === 0) break;
    chosen.push(...sure.map((group) => group.map((i) => part.members[i]!)));
    const known = columns.map((column) => column.members.map((i) => part.members[i]!));
    part = without(part, sure);
    if (part.problem.n === 0) return chosen;
    if (part.problem.n <= 12) break;
    const inner = new Master(solver, part.problem);
    try {
      const indexOf = new Map(part.members.map((member, index) => [member, index]));
      const usable = known.filter((group) => group.every((member) => indexOf.has(member)));
      const rough = anneal(part.problem, { moves: part.problem.n * 300, random, stop });
      if (!rough.feasible) return undefined;
      inner.add(rough.partition);
      inner.add(usable.map((group) => group.map((member) => indexOf.get(member)!)));
      const again = relax(inner, part.problem, stop);
      if (!again) return undefined;
      columns = valued(inner, again);
    } finally {
      inner.dispose();
    }
  }
  if (part.problem.n === problem.n) return undefined;
  const rest = anneal(part.problem, { moves: part.problem.n * 1500, random, stop: stopWithin(stop, 500) });
  if (!rest.feasible) return undefined;
  chosen.push(...rest.partition.map((group) => group.map((i) => part.members[i]!)));
  return polish(problem, chosen, stop, seed);
}

/** A cool annealing from the dive's end: it repairs the last, forced groups. */
function polish(problem: PartitionProblem, start: Partition, stop: Stop, seed: number): Partition {
  const after = anneal(problem, { moves: problem.n * 1500, random: seededRandom(seed + 202), stop, start, cool: true });
  return after.feasible ? after.partition : start;
}

function valued(master: Master, relaxed: Relaxed): { members: readonly number[]; value: number }[] {
  return master.columns.map((column, index) => ({ members: column.members, value: relaxed.values[index]! }));
}

/** Disjoint groups of large value: all that are whole, else the largest, and at most a quarter of the groups. */
function surest(columns: readonly { members: readonly number[]; value: number }[], problem: PartitionProblem): number[][] {
  const { n, quads } = problem;
  const byValue = columns.filter((column) => column.value > 1e-6).sort((a, b) => b.value - a.value);
  const taken = new Set<number>();
  const chosen: number[][] = [];
  const most = Math.max(1, Math.ceil(n / 12));
  let fours = quads;
  let threes = (n - 4 * quads) / 3;
  for (const { members, value } of byValue) {
    const whole = value > 1 - 1e-6;
    if (!whole && (chosen.length >= most || (value < 0.5 && chosen.length > 0))) break;
    if (members.some((member) => taken.has(member))) continue;
    if (members.length === 4 ? fours === 0 : threes === 0) continue;
    if (members.length === 4) fours--;
    else threes--;
    for (const member of members) taken.add(member);
    chosen.push([...members]);
  }
  return chosen;
}

function without({ problem, members }: Part, groups: readonly (readonly number[])[]): Part {
  const gone = new Set(groups.flat());
  const keep = members.map((_, index) => index).filter((index) => !gone.has(index));
  const { n, budget } = problem;
  const spent = budget ? groups.reduce((total, group) => total + groupWeight(group, budget.weights, n), 0) : 0;
  return {
    members: keep.map((index) => members[index]!),
    problem: {
      n: keep.length,
      quads: problem.quads - groups.filter((group) => group.length === 4).length,
      weights: pick(problem.weights, keep, n, (length) => new Float64Array(length)),
      forbidden: pick(problem.forbidden, keep, n, (length) => new Uint8Array(length)),
      ...(budget ? { budget: { weights: pick(budget.weights, keep, n, (length) => new Float64Array(length)), limit: budget.limit - spent } } : {}),
      whole: problem.whole,
    },
  };
}

function pick<T extends Float64Array | Uint8Array>(matrix: T, keep: readonly number[], n: number, make: (length: number) => T): T {
  const picked = make(keep.length * keep.length);
  keep.forEach((i, row) => keep.forEach((j, column) => (picked[row * keep.length + column] = matrix[i * n + j]!)));
  return picked;
}

function relax(master: Master, problem: PartitionProblem, stop: Stop): Relaxed | undefined {
  for (let round = 0; ; round++) {
    const relaxed = master.solve(stop);
    if (!relaxed || round === 8) return relaxed;
    const { candidates } = priceGroups(problem, relaxed.prices, -1e-7 * master.unit, 10 * problem.n);
    if (master.add(candidates.slice(0, 4 * problem.n).map(({ a, b, c, d }) => (d < 0 ? [a, b, c] : [a, b, c, d]))) === 0) return relaxed;
  }
}
