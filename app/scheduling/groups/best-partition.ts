import type { Highs } from "highs";

import { solveMip } from "../solver/highs";
import type { Stop } from "../solver/stop";
import { dive } from "./dive";
import { Master, type Relaxed } from "./master";
import { weightOf, type Partition, type PartitionProblem } from "./partition-problem";
import { priceGroups, type Candidate, type Prices } from "./pricing";
import { violatedCuts } from "./violated-cuts";

/** A partition with its certificate: no partition under these rules weighs less than `bound`. */
export type Certified = { partition: Partition; weight: number; bound: number; proven: boolean };

export type SearchProgress = (best: Partition, weight: number, bound: number) => void;

type Search = {
  solver: Highs;
  problem: PartitionProblem;
  stop: Stop;
  seed: number;
  best: Partition;
  weight: number;
  bound: number;
  report: SearchProgress;
};

const mostColumnsInProof = 40_000;

/**
 * The least-weight partition, with proof, or the best found with a valid bound when the stop comes.
 *
 * 1. Column generation: the linear relaxation over all groups, priced exhaustively.
 * 2. Cuts raise the bound until they gain little.
 * 3. Reduced-cost fixing: a group dearer than (best - bound) cannot be in a better partition. What
 *    remains goes to integer programs of growing size, whose end is the proof.
 *
 * `start` must keep to the rules (forbidden pairs, budget).
 */
export function bestPartition(
  solver: Highs,
  problem: PartitionProblem,
  start: Partition,
  options: { stop: Stop; seed: number; knownBound?: number; pool?: readonly Partition[]; report?: SearchProgress },
): Certified {
  const search: Search = {
    solver,
    problem,
    stop: options.stop,
    seed: options.seed,
    best: start,
    weight: weightOf(start, problem.weights, problem.n),
    bound: options.knownBound ?? -Infinity,
    report: options.report ?? (() => undefined),
  };
  search.report(search.best, search.weight, search.bound);
  if (closed(search)) return certified(search);
  const master = new Master(solver, problem);
  try {
    master.add(start);
    for (const other of options.pool ?? []) master.add(other);
    master.add(firstColumns(problem, start).map(membersOf));
    let relaxed = generateColumns(search, master);
    let idle = 0;
    for (let round = 0; relaxed && !closed(search) && !search.stop.now(); round++) {
      takeWholeSolution(search, master, relaxed);
      if (closed(search)) break;
      const boundBefore = search.bound;
      const cuts = violatedCuts(master.columns, relaxed.values, problem, 40 + problem.n);
      for (const cut of cuts) master.addCut(cut);
      if (cuts.length > 0) relaxed = generateColumns(search, master);
      if (!relaxed || closed(search)) break;
      idle = search.bound - boundBefore < worthwhile(search) ? idle + 1 : 0;
      if (cuts.length === 0 || idle === 3 || round === 40) {
        takeWholeSolution(search, master, relaxed);
        if (closed(search)) break;
        const dived = dive(solver, problem, master, relaxed, search);
        if (dived) lowerBest(search, dived);
        if (!closed(search)) proveInSteps(search, master, relaxed);
        break;
      }
    }
  } finally {
    master.dispose();
  }
  return certified(search);
}

/** Cut rounds that gain less than this are not worth many more. */
function worthwhile({ problem, bound }: Search): number {
  return Math.max(problem.whole ? 0.3 : 1e-9, 1e-4 * Math.abs(bound));
}

function tolerance(search: Search): number {
  return 1e-6 * Math.max(1, Math.abs(search.weight) * 1e-3);
}

function closed(search: Search): boolean {
  const gap = search.weight - search.bound;
  return gap <= (search.problem.whole ? 1 - 1e-3 : tolerance(search));
}

function certified(search: Search): Certified {
  const proven = closed(search);
  const bound = search.problem.whole ? Math.ceil(search.bound - 1e-3) : search.bound;
  return { partition: search.best, weight: search.weight, bound: proven ? search.weight : bound, proven };
}

function raiseBound(search: Search, bound: number): void {
  if (bound > search.bound) {
    search.bound = Math.min(bound, search.weight);
    search.report(search.best, search.weight, search.bound);
  }
}

function lowerBest(search: Search, partition: Partition): void {
  const { problem } = search;
  const weight = weightOf(partition, problem.weights, problem.n);
  if (weight < search.weight - 1e-9) {
    search.best = partition;
    search.weight = weight;
    search.report(search.best, search.weight, search.bound);
  }
}

/** Prices guessed from the start: each group's weight shared by its members. Good first columns follow. */
function firstColumns(problem: PartitionProblem, start: Partition): Candidate[] {
  const { n, weights } = problem;
  const member = new Float64Array(n);
  for (const group of start) {
    const shared = weightOf([group], weights, n) / group.length;
    for (const i of group) member[i] = shared;
  }
  const prices: Prices = { member, quadCount: 0, budget: 0, cuts: [] };
  return spread(priceGroups(problem, prices, Infinity, 60 * n).candidates, n, 20, 12 * n);
}

/** Solves the relaxation to its end, adding groups of negative reduced cost. Every step's bound is valid. */
function generateColumns(search: Search, master: Master): Relaxed | undefined {
  const { problem, stop } = search;
  const { n, quads } = problem;
  const triples = (n - 4 * quads) / 3;
  for (;;) {
    const relaxed = master.solve(stop);
    if (!relaxed) return undefined;
    const { prices } = relaxed;
    const precision = 1e-7 * master.unit;
    const priced = priceGroups(problem, prices, -precision, 40 * n);
    // Lagrangian bound from the prices themselves: it holds however rough the solver's optimum is.
    let bound = worth(problem, prices);
    if (triples > 0) bound += triples * Math.min(0, priced.leastTriple);
    if (quads > 0) bound += quads * Math.min(0, priced.leastQuad);
    raiseBound(search, bound - 1e-9 * Math.abs(bound));
    if (closed(search) || stop.now()) return relaxed;
    const added = master.add(spread(priced.candidates, n, 8, 5 * n).map(membersOf));
    if (added === 0) return relaxed;
  }
}

/** What the prices add up to: a partition weighs this, its groups' reduced costs, and what it leaves of budget and cuts. */
function worth({ quads, budget }: PartitionProblem, prices: Prices): number {
  let total = prices.quadCount * quads + prices.budget * (budget?.limit ?? 0);
  for (const price of prices.member) total += price;
  for (const { cut, penalty } of prices.cuts) total -= cut.most * penalty;
  return total;
}

/** The best candidates, but at most `perMember` for any one member. */
function spread(candidates: readonly Candidate[], n: number, perMember: number, atMost: number): Candidate[] {
  const used = new Int32Array(n);
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    const members = membersOf(candidate);
    if (members.every((member) => used[member]! >= perMember)) continue;
    for (const member of members) used[member] = used[member]! + 1;
    chosen.push(candidate);
    if (chosen.length >= atMost) break;
  }
  return chosen;
}

function membersOf({ a, b, c, d }: Candidate): number[] {
  return d < 0 ? [a, b, c] : [a, b, c, d];
}

/** When the relaxation chose whole groups, they are a partition, and the best there is. */
function takeWholeSolution(search: Search, master: Master, relaxed: Relaxed): void {
  const chosen: (readonly number[])[] = [];
  for (let index = 0; index < master.columns.length; index++) {
    const value = relaxed.values[index]!;
    if (value > 1 - 1e-6) chosen.push(master.columns[index]!.members);
    else if (value > 1e-6) return;
  }
  lowerBest(search, chosen);
}

/**
 * Integer programs over the groups of least reduced cost, more of them each time. A partition that
 * weighs less than root + reach holds only groups with reduced cost under the reach. So a program over all of
 * those, told to stay under root + reach, either finds the best partition there is or raises the
 * bound to root + reach. It needs no good upper bound to begin with.
 */
function proveInSteps(search: Search, master: Master, { prices }: Relaxed): void {
  const { problem, stop } = search;
  const root = worth(problem, prices);
  for (let count = 40 + 2 * problem.n; !closed(search) && !stop.now(); count = Math.ceil(count * 1.6)) {
    const all = search.weight - root - (problem.whole ? 1 - 1e-3 : 0);
    const { candidates, truncated } = priceGroups(problem, prices, Math.max(0, all) + tolerance(search), Math.min(count, mostColumnsInProof));
    const reach = truncated ? Math.min(all, candidates.at(-1)!.reducedCost) : all;
    const result = runInteger(search, master, candidates, { prices, root, reach });
    if (result.outcome === "stopped") {
      raiseBound(search, Math.min(result.bound, root + reach));
      return;
    }
    // What the program found is the best there is only if it keeps under root + reach: dearer ones may hold other groups.
    const settled = result.found && search.weight <= root + reach + tolerance(search);
    // A group left out may have a reduced cost of just the reach: then the bound is root + reach and no more.
    raiseBound(search, settled ? search.weight : problem.whole && !truncated ? root + reach + 1e-3 : root + reach);
    if (settled || (truncated && count > mostColumnsInProof)) return;
  }
}

function runInteger(search: Search, master: Master, candidates: readonly Candidate[], { prices, root, reach }: { prices: Prices; root: number; reach: number }) {
  const { data, columns } = master.integerModel(candidates.map(membersOf), prices, root + reach + tolerance(search));
  const partitionFrom = (values: Float64Array): Partition => columns.filter((_, index) => values[index]! > 0.5).map((column) => column.members);
  const result = solveMip(search.solver, data, {
    stop: search.stop,
    absoluteGap: (search.problem.whole ? 0.999 : 0) / master.unit,
    seed: search.seed,
    heuristicEffort: 0,
    onImprove: (values) => lowerBest(search, partitionFrom(values)),
    onBound: (bound) => raiseBound(search, Math.min(bound * master.unit - tolerance(search), root + reach)),
  });
  if (result.values) lowerBest(search, partitionFrom(result.values));
  const found = result.outcome === "optimal" && result.values !== undefined;
  return { outcome: result.outcome, found, bound: result.bound * master.unit - tolerance(search) };
}
