import type { Highs } from "highs";

import { seededRandom } from "../solver/random";
import { stopWithin, type Stop } from "../solver/stop";
import { anneal } from "./annealing";
import { bestPartition, type Certified } from "./best-partition";
import { inOrder, markedPairs, weightOf, type Partition, type PartitionProblem } from "./partition-problem";
import { wholeCosts } from "./whole-costs";

/** One round to arrange: members are 0 to n-1. */
export type RoundProblem = {
  readonly n: number;
  readonly quads: number;
  readonly costs: Float64Array;
  readonly never: Uint8Array;
  readonly met: Uint8Array;
  readonly pinned: readonly (readonly number[])[];
};

/** The best arrangement found, with what is proven about it. Costs are in the caller's unit. */
export type RoundFound = {
  readonly kind: "found";
  readonly groups: readonly (readonly number[])[];
  readonly cost: number;
  readonly repeats: number;
  /** No arrangement has fewer repeats than this. */
  readonly repeatsBound: number;
  /** No arrangement with the fewest repeats costs less than this. */
  readonly lowerBound: number;
  /** Fewest repeats and, among those, least cost: both proven. */
  readonly proven: boolean;
  /** What rounding of costs may hide (zero when costs have few decimals). */
  readonly tolerance: number;
};

export type RoundOutcome =
  | RoundFound
  /** Proven: every arrangement breaks at least one conflict. */
  | { readonly kind: "infeasible" }
  /** The time ended before an arrangement without a conflict was found or ruled out. */
  | { readonly kind: "unknown" };

export type RoundOptions = { stop: Stop; seed: number; report?: (found: RoundFound) => void };

/**
 * Arranges one round in strict order: no conflict, then the fewest repeats, then the least cost.
 * Each stage is solved to the end before the next begins (lexicographic): a penalty number is not an order.
 */
export function arrangeRound(solver: Highs, round: RoundProblem, options: RoundOptions): RoundOutcome {
  const { stop, seed } = options;
  const free = freeMembers(round);
  const n = free.length;
  const pinned = round.pinned.map((group) => [...group]);
  const quads = round.quads - pinned.filter((group) => group.length === 4).length;
  const pick = <T extends Float64Array | Uint8Array>(matrix: T, out: T): T => {
    free.forEach((i, row) => free.forEach((j, column) => (out[row * n + column] = matrix[i * round.n + j]!)));
    return out;
  };
  if (markedPairs(pinned, round.never, round.n) > 0) return { kind: "infeasible" };
  const never = pick(round.never, new Uint8Array(n * n));
  const met = pick(round.met, new Uint8Array(n * n));
  const costs = pick(round.costs, new Float64Array(n * n));
  const pinnedCost = weightOf(pinned, round.costs, round.n);
  const pinnedRepeats = markedPairs(pinned, round.met, round.n);
  const pairsInside = n === 0 ? 0 : n - 4 * quads + 6 * quads;
  const whole = n < 2 ? { weights: costs, scale: 1, shift: 0, tolerance: 0 } : wholeCosts(costs, n, pairsInside);
  const inUnit = (weight: number): number => weight / whole.scale + whole.shift * pairsInside;

  const found = (partition: Partition, repeatsBound: number, bound: number, proven: boolean): RoundFound => {
    const groups = inOrder([...pinned, ...partition.map((group) => group.map((i) => free[i]!))]);
    const cost = tidy(weightOf(groups, round.costs, round.n));
    const lower = bound === -Infinity ? -Infinity : inUnit(bound) + pinnedCost - whole.tolerance;
    return {
      kind: "found",
      groups,
      cost,
      repeats: markedPairs(groups, round.met, round.n),
      repeatsBound: repeatsBound + pinnedRepeats,
      lowerBound: Math.min(cost, lower === -Infinity ? tidy(floorOf(costs, n, pairsInside) + pinnedCost) : tidy(lower)),
      proven: proven && whole.tolerance <= 1e-6 * Math.max(1, Math.abs(cost)),
      tolerance: whole.tolerance,
    };
  };
  if (n === 0) return found([], 0, 0, true);

  const random = seededRandom(seed);
  const moves = Math.max(5_000, n * n * 110);
  const quick = (problem: PartitionProblem, start?: Partition) =>
    anneal(problem, { moves, random, stop: stopWithin(stop, Math.max(50, stop.msLeft() / 6)), ...(start ? { start, cool: true } : {}) });
  const shape = { n, quads, whole: true } as const;

  // Conflicts, and repeats with them.
  const repeatsProblem: PartitionProblem = { ...shape, weights: Float64Array.from(met), forbidden: never };
  let start = quick(repeatsProblem);
  if (!start.feasible) {
    const conflicts = bestPartition(solver, { ...shape, weights: Float64Array.from(never), forbidden: new Uint8Array(n * n) }, start.partition, { stop, seed });
    if (conflicts.bound > 0.5) return { kind: "infeasible" };
    if (conflicts.weight > 0.5) return { kind: "unknown" };
    start = { partition: conflicts.partition, weight: markedPairs(conflicts.partition, met, n), feasible: true };
  }
  options.report?.(found(start.partition, 0, -Infinity, false));
  let fewest: Certified = { partition: start.partition, weight: start.weight, bound: 0, proven: start.weight === 0 };
  if (start.weight > 0) {
    fewest = bestPartition(solver, repeatsProblem, start.partition, {
      stop,
      seed,
      knownBound: 0,
      report: (partition, weight, bound) => options.report?.(found(partition, Math.max(0, Math.ceil(bound - 1e-3)), -Infinity, false)),
    });
  }

  // Cost, among arrangements with no more repeats than that.
  const limit = fewest.weight;
  const costProblem: PartitionProblem =
    limit === 0
      ? { ...shape, weights: whole.weights, forbidden: never.map((mark, p) => (mark || met[p] ? 1 : 0)) }
      : { ...shape, weights: whole.weights, forbidden: never, budget: { weights: Float64Array.from(met), limit } };
  const annealed = quick(costProblem);
  const cheap = annealed.feasible ? annealed : quick(costProblem, fewest.partition);
  const first = cheap.feasible && cheap.weight <= weightOf(fewest.partition, whole.weights, n) ? cheap.partition : fewest.partition;
  const repeatsBound = fewest.proven ? limit : Math.ceil(fewest.bound - 1e-3);
  const cost = bestPartition(solver, costProblem, first, {
    stop,
    seed,
    knownBound: 0,
    report: (partition, _weight, bound) => options.report?.(found(partition, repeatsBound, bound, false)),
  });
  return found(cost.partition, repeatsBound, cost.bound, fewest.proven && cost.proven);
}

function freeMembers({ n, pinned }: RoundProblem): number[] {
  const taken = new Set(pinned.flat());
  return Array.from({ length: n }, (_, i) => i).filter((i) => !taken.has(i));
}

/** A bound that needs no search: every pair at the least cost. */
function floorOf(costs: Float64Array, n: number, pairsInside: number): number {
  let least = Infinity;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) least = Math.min(least, costs[i * n + j]!);
  return least * pairsInside;
}

/** Sums of decimals without the dust of binary floats. */
export function tidy(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0;
}
