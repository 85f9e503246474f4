import type { Highs } from "highs";

import { arrangeRound } from "../groups/one-round";
import { weightOf } from "../groups/partition-problem";
import { tidy } from "../groups/one-round";
import type { GroupsProblem } from "../groups/read-groups";
import { meeting, type SeveralFound } from "../groups/schedule";
import { seededRandom } from "../solver/random";
import { stopWithin, type Stop } from "../solver/stop";
import { furtherRounds, type Further } from "./further-rounds";
import { annealRounds } from "./joint-annealing";
import { cheaperLabels } from "./relabel";

export type SeveralOutcome = (SeveralFound & { readonly kind: "found"; readonly further: Further }) | { readonly kind: "infeasible" } | { readonly kind: "unknown" };

type Options = { stop: Stop; seed: number; report: (found: SeveralFound & { further: Further }) => void };

/**
 * Several rounds planned together: no conflict, then the fewest repeats over the whole plan, then the
 * least total cost. The first round alone, solved to proof, gives the bound: no round of the plan costs less.
 */
export function multiRounds(solver: Highs, problem: GroupsProblem, { stop, seed, report }: Options): SeveralOutcome {
  const { n, quads, met, never, costs } = problem;
  const history = { n, quads, met, never };
  // One round settles feasibility, the repeats no plan can avoid, and the cost no round can undercut.
  const single = arrangeRound(solver, problem, { stop: stopWithin(stop, stop.msLeft() * 0.3), seed });
  if (single.kind !== "found") return single;
  // How long a plan may look for one more round when as many as possible are wanted.
  const patience = problem.rounds === 0 ? stop.msLeft() * 0.9 : stop.msLeft() * 0.4;
  const wanted = problem.rounds === 0 ? undefined : problem.rounds;
  const spread = costSpread(costs, n);
  const certificate = (rounds: SeveralFound["rounds"], further: Further): SeveralFound & { kind: "found"; further: Further } => {
    const cost = tidy(rounds.reduce((total, groups) => total + weightOf(groups, costs, n), 0));
    const repeats = countRepeats(rounds, met, n);
    const repeatsBound = repeatsAtLeast(problem, rounds.length, single.repeatsBound);
    // Where the plan has repeats, its rounds may be cheaper than a repeat-free round: then only every pair's least cost binds.
    const bound = repeats === 0 ? tidy(Math.max(single.lowerBound * rounds.length, wholePlanCost(costs, n, met, rounds))) : floorOf(costs, n, quads) * rounds.length;
    const lowerBound = Math.min(cost, bound);
    return {
      kind: "found",
      rounds,
      lowerBound,
      repeatsBound,
      proven: repeats === repeatsBound && Math.abs(cost - lowerBound) <= 1e-9 * Math.max(1, Math.abs(cost)) && single.tolerance === 0,
      tolerance: single.tolerance,
      further,
    };
  };

  if (problem.pinned.length > 0) return withPinned(solver, problem, { stop, seed, certificate, first: single.groups });

  const plan = furtherRounds(history, {
    stop: stopWithin(stop, patience),
    seed,
    patience: 5,
    ...(wanted === undefined ? {} : { atMost: wanted }),
    onLonger: (rounds) => {
      if (wanted === undefined || rounds.length === wanted) report(certificate(rounds, { rounds: [], limit: 0 }));
    },
  });
  const count = wanted ?? Math.max(1, plan.rounds.length);
  let rounds: SeveralFound["rounds"] = plan.rounds.length >= count ? plan.rounds.slice(0, count) : completed(problem, plan.rounds, count, stop, seed, single.groups);
  report(certificate(rounds, { rounds: [], limit: 0 }));

  // Cost: other labels for the same design, and annealing from there.
  if (spread > 0 && !stop.now()) {
    const share = (part: number): Stop => stopWithin(stop, stop.msLeft() * part);
    const relabelled = cheaperLabels(rounds, history, costs, { stop: share(0.5), seed });
    const scaled = costs.map((value) => value / spread);
    const annealed = annealRounds({ n, quads, rounds: count, met, never, costs: scaled, start: relabelled, moves: Math.min(250_000 * count, 4_000_000), random: seededRandom(seed + 5), stop: share(0.7) });
    for (const candidate of [relabelled, annealed.rounds]) if (betterPlan(candidate, rounds, problem)) rounds = candidate;
  }
  const after = meeting(met, rounds, n);
  const further = furtherRounds({ n, quads, met: after, never }, { stop, seed });
  return certificate(rounds, further);
}

type Pinned = { stop: Stop; seed: number; first: readonly (readonly number[])[]; certificate: (rounds: SeveralFound["rounds"], further: Further) => SeveralFound & { kind: "found"; further: Further } };

/** Kept groups belong to the first round: that is solved with them, the others follow. */
function withPinned(solver: Highs, problem: GroupsProblem, { stop, seed, first, certificate }: Pinned): SeveralOutcome {
  const { n, quads, never } = problem;
  const met = meeting(problem.met, [first], n);
  const more = problem.rounds === 0 ? undefined : problem.rounds - 1;
  const plan = furtherRounds({ n, quads, met, never }, { stop: stopWithin(stop, stop.msLeft() * 0.5), seed, ...(more === undefined ? {} : { atMost: more }) });
  let rest: readonly (readonly (readonly number[])[])[] = plan.rounds;
  if (more !== undefined && rest.length < more) {
    const alone = arrangeRound(solver, { ...problem, met, pinned: [] }, { stop: stopWithin(stop, stop.msLeft() * 0.3), seed });
    if (alone.kind !== "found") return alone;
    rest = completed({ ...problem, met }, rest, more, stop, seed, alone.groups);
  }
  const rounds = [first, ...rest];
  const further = furtherRounds({ n, quads, met: meeting(problem.met, rounds, n), never }, { stop, seed });
  return certificate(rounds, further);
}

/** More rounds than can be repeat-free: all together annealed for the fewest repeats. */
function completed(problem: GroupsProblem, start: SeveralFound["rounds"], count: number, stop: Stop, seed: number, safe: readonly (readonly number[])[]): SeveralFound["rounds"] {
  const { n, quads, met, never } = problem;
  const filled = [...start, ...Array.from({ length: count - start.length }, () => safe)];
  const found = annealRounds({ n, quads, rounds: count, met, never, moves: Math.min(150_000 * count, 4_000_000), random: seededRandom(seed + 3), stop: stopWithin(stop, stop.msLeft() * 0.5), start: filled });
  return found.conflicts === 0 ? found.rounds : filled;
}

function betterPlan(a: SeveralFound["rounds"], b: SeveralFound["rounds"], { n, met, never, costs }: GroupsProblem): boolean {
  const score = (rounds: SeveralFound["rounds"]): [number, number, number] => [
    rounds.reduce((total, groups) => total + groups.reduce((sum, group) => sum + group.filter((x, i) => group.slice(i + 1).some((y) => never[x * n + y])).length, 0), 0),
    countRepeats(rounds, met, n),
    rounds.reduce((total, groups) => total + weightOf(groups, costs, n), 0),
  ];
  const [x, y] = [score(a), score(b)];
  return x[0] < y[0] || (x[0] === y[0] && (x[1] < y[1] || (x[1] === y[1] && x[2] < y[2] - 1e-9)));
}

function countRepeats(rounds: SeveralFound["rounds"], met: Uint8Array, n: number): number {
  const seen = Uint8Array.from(met);
  let repeats = 0;
  for (const groups of rounds) {
    for (const group of groups) {
      group.forEach((a, at) => {
        for (const b of group.slice(at + 1)) {
          if (seen[a * n + b]) repeats++;
          seen[a * n + b] = seen[b * n + a] = 1;
        }
      });
    }
  }
  return repeats;
}

/** Each round meets a fixed number of pairs; beyond those still unmet, every one is a repeat. */
function repeatsAtLeast({ n, quads, met }: GroupsProblem, rounds: number, inOne: number): number {
  let unmet = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) if (!met[i * n + j]) unmet++;
  return Math.max(rounds * (n + 2 * quads) - unmet, inOne * rounds, 0);
}

/** When the plan uses every pair that is left, its cost is the cost of those pairs: no plan differs. */
function wholePlanCost(costs: Float64Array, n: number, met: Uint8Array, rounds: SeveralFound["rounds"]): number {
  const used = rounds.reduce((total, groups) => total + groups.reduce((sum, group) => sum + (group.length * (group.length - 1)) / 2, 0), 0);
  const left: number[] = [];
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) if (!met[i * n + j]) left.push(costs[i * n + j]!);
  left.sort((a, b) => a - b);
  // A repeat-free plan of this length uses this many different pairs: at best the cheapest of them.
  return left.slice(0, used).reduce((total, value) => total + value, 0);
}

function floorOf(costs: Float64Array, n: number, quads: number): number {
  let least = Infinity;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) least = Math.min(least, costs[i * n + j]!);
  return tidy(least * (n + 2 * quads));
}

function costSpread(costs: Float64Array, n: number): number {
  let sum = 0;
  let squares = 0;
  const count = (n * (n - 1)) / 2;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      sum += costs[i * n + j]!;
      squares += costs[i * n + j]! ** 2;
    }
  }
  return Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}
