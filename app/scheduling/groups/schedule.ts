import type { Highs } from "highs";

import { explainGroup } from "../costs/pair-costs";
import type { Rounds } from "../rounds/constructions";
import { multiRounds } from "../rounds/several-rounds";
import { furtherLimit, furtherRounds } from "../rounds/further-rounds";
import { stopWithin, type Stop } from "../solver/stop";
import { smallestConflict } from "./conflict";
import { arrangeRound, type RoundFound, tidy } from "./one-round";
import { markedPairs, weightOf } from "./partition-problem";
import type { GroupsProblem } from "./read-groups";

export type AnsweredRound = {
  readonly groups: readonly (readonly string[])[];
  readonly cost: number;
  /** Pairs of this round that met before it, in the history or in an earlier round. */
  readonly repeats: readonly (readonly [string, string])[];
  /** One sentence for each group, when the members carry features. */
  readonly why?: readonly string[];
};

export type GroupsSolved = {
  readonly status: "solved";
  readonly rounds: readonly AnsweredRound[];
  readonly cost: number;
  readonly repeats: number;
  /** No arrangement with the fewest repeats costs less. Undefined only when nothing is known. */
  readonly lowerBound: number;
  /** cost - lowerBound. */
  readonly gap: number;
  /** No arrangement has fewer repeats. */
  readonly repeatsLowerBound: number;
  /** Fewest repeats and then least cost are both proven. */
  readonly proven: boolean;
  /** Rounds that can still follow without a repeat: `planInHand` holds them. */
  readonly repeatFreeRoundsLeft: number;
  /** No plan could hold more. */
  readonly repeatFreeRoundsAtMost: number;
  readonly planInHand: readonly (readonly (readonly string[])[])[];
  /** How far rounding of costs with many decimals may have moved the cost; absent when exact. */
  readonly tolerance?: number;
  readonly elapsedMs: number;
};

export type GroupsInfeasible = {
  readonly status: "infeasible";
  readonly reason: string;
  readonly conflict: { readonly rules: readonly string[]; readonly smallest: boolean };
  readonly elapsedMs: number;
};

/** The time ended before any arrangement without a conflict was found, or ruled out. */
export type GroupsUnknown = { readonly status: "unknown"; readonly reason: string; readonly elapsedMs: number };

export type GroupsAnswer = GroupsSolved | GroupsInfeasible | GroupsUnknown;

export type Watched = { stop: Stop; seed: number; report: (answer: GroupsSolved) => void };

/** About half a second: whoever waits for an arrangement does not wait for what may follow it. */
const movesForGuarantee = 700_000;

/** Answers a groups question inside the worker: one round, several, or as many as can be (`rounds: 0`). */
export function answerGroups(solver: Highs, problem: GroupsProblem, { stop, seed, report }: Watched): GroupsAnswer {
  const from = performance.now();
  const elapsed = (): number => Math.round(performance.now() - from);
  if (problem.rounds !== 1) {
    const several = multiRounds(solver, problem, {
      stop,
      seed,
      report: (found) => report(solved(problem, found, [], limitAfter(problem, found.rounds), elapsed())),
    });
    if (several.kind === "found") return solved(problem, several, several.further.rounds, several.further.limit, elapsed());
    return several.kind === "infeasible" ? infeasible(problem, stop, elapsed) : unknown(elapsed());
  }
  // The search for the round itself may use all the time; the rounds after it need little.
  const outcome = arrangeRound(solver, problem, {
    stop: stopWithin(stop, Number.isFinite(stop.msLeft()) ? stop.msLeft() * 0.85 : Infinity),
    seed,
    report: (found) => report(solved(problem, oneRound(found), [], limitAfter(problem, [found.groups]), elapsed())),
  });
  if (outcome.kind === "infeasible") return infeasible(problem, stop, elapsed);
  if (outcome.kind === "unknown") return unknown(elapsed());
  const { n, quads, never } = problem;
  const met = meeting(problem.met, [outcome.groups], n);
  // The answer first; the guarantee follows, with an effort of its own (`repeatFreeRoundsLeft` looks harder).
  const promising = (plan: Rounds, limit: number): GroupsSolved => solved(problem, oneRound(outcome), plan, limit, elapsed());
  report(promising([], furtherLimit(n, quads, met)));
  const further = furtherRounds({ n, quads, met, never }, { stop, seed, mostMoves: movesForGuarantee, onLonger: (plan, limit) => report(promising(plan, limit)) });
  return promising(further.rounds, further.limit);
}

export type SeveralFound = {
  readonly rounds: readonly (readonly (readonly number[])[])[];
  readonly lowerBound: number;
  readonly repeatsBound: number;
  readonly proven: boolean;
  readonly tolerance: number;
};

function oneRound(found: RoundFound): SeveralFound {
  return { rounds: [found.groups], lowerBound: found.lowerBound, repeatsBound: found.repeatsBound, proven: found.proven, tolerance: found.tolerance };
}

/** What may follow when nobody has looked yet: no round is promised, and no more than this can be. */
function limitAfter({ met, n, quads }: GroupsProblem, rounds: SeveralFound["rounds"]): number {
  return furtherLimit(n, quads, meeting(met, rounds, n));
}

/** Marks every pair inside the groups of these rounds as met. */
export function meeting(met: Uint8Array, rounds: readonly (readonly (readonly number[])[])[], n: number): Uint8Array {
  const after = Uint8Array.from(met);
  for (const groups of rounds) for (const group of groups) for (const a of group) for (const b of group) if (a !== b) after[a * n + b] = 1;
  return after;
}

function solved(problem: GroupsProblem, found: SeveralFound, further: readonly (readonly (readonly number[])[])[], furtherLimit: number, elapsedMs: number): GroupsSolved {
  const { n, ids, costs } = problem;
  let met = problem.met;
  let repeats = 0;
  const rounds = found.rounds.map((groups): AnsweredRound => {
    const before = met;
    met = meeting(met, [groups], n);
    repeats += markedPairs(groups, before, n);
    const why = problem.hasFeatures
      ? groups.map((group) =>
          explainGroup(
            group.map((member) => problem.features[member]!),
            (a, b) => before[ids.indexOf(a) * n + ids.indexOf(b)] === 1,
            problem.weights?.wanted,
          ),
        )
      : undefined;
    return {
      groups: named(groups, ids),
      cost: tidy(weightOf(groups, costs, n)),
      repeats: groups.flatMap((group) =>
        group.flatMap((a, at) => group.slice(at + 1).filter((b) => before[a * n + b]).map((b): [string, string] => [ids[a]!, ids[b]!])),
      ),
      ...(why ? { why } : {}),
    };
  });
  const cost = tidy(rounds.reduce((total, round) => total + round.cost, 0));
  const lowerBound = Math.min(cost, found.lowerBound);
  return {
    status: "solved",
    rounds,
    cost,
    repeats,
    lowerBound,
    gap: tidy(cost - lowerBound),
    repeatsLowerBound: found.repeatsBound,
    proven: found.proven,
    repeatFreeRoundsLeft: further.length,
    repeatFreeRoundsAtMost: furtherLimit,
    planInHand: further.map((groups) => named(groups, ids)),
    ...(found.tolerance > 0 ? { tolerance: found.tolerance } : {}),
    elapsedMs,
  };
}

function named(groups: readonly (readonly number[])[], ids: readonly string[]): string[][] {
  return groups.map((group) => group.map((member) => ids[member]!));
}

function infeasible(problem: GroupsProblem, stop: Stop, elapsed: () => number): GroupsInfeasible {
  const conflict = smallestConflict(problem, stopWithin(stop, 3000));
  return { status: "infeasible", reason: conflict.reason, conflict: { rules: conflict.rules, smallest: conflict.smallest }, elapsedMs: elapsed() };
}

function unknown(elapsedMs: number): GroupsUnknown {
  return { status: "unknown", reason: "The time ended before an arrangement without a conflict was found, and it is not proven that there is none.", elapsedMs };
}
