import { bestSwaps, evaluate, type Evaluation, type Swap } from "./groups/evaluate";
import type { Alternatives } from "./groups/alternatives";
import { readGroups, type GroupsInput } from "./groups/read-groups";
import type { GroupsAnswer, GroupsUnknown } from "./groups/schedule";
import { smallestConflict, type Conflict } from "./groups/conflict";
import { allocate, type ScrutinyAnswer, type ScrutinyInput } from "./scrutiny/allocate";
import { stopAfter } from "./solver/stop";
import { readSessions, type SessionsInput } from "./sessions/read-sessions";
import type { SessionsAnswer } from "./sessions/schedule";
import { unfinishedSessions } from "./sessions/schedule";
import { verifyAnswer } from "./verifier";
import { closeWorkers, runJob, type JobOptions } from "./worker/run-job";

export { SchedulingInputError } from "./input-error";
export { buildPairCosts, eachPairCost, explainGroup, kilometresBetween } from "./costs/pair-costs";
export type { CostTerm, CostWeights, FeaturePairCost, MemberFeatures } from "./costs/pair-costs";
export type { Alternative, Alternatives } from "./groups/alternatives";
export type { Conflict } from "./groups/conflict";
export type { Evaluation, Swap } from "./groups/evaluate";
export type { GroupsInput } from "./groups/read-groups";
export type { AnsweredRound, GroupsAnswer, GroupsInfeasible, GroupsSolved, GroupsUnknown } from "./groups/schedule";
export type { SessionsInput } from "./sessions/read-sessions";
export type { PlacedSession, SessionsAnswer } from "./sessions/schedule";
export type { AllocatedReport, ScrutinyAnswer, ScrutinyInput, ScrutinySolved } from "./scrutiny/allocate";
export type { Verdict } from "./verifier";
export type { Progress } from "./worker/jobs";
export type { JobOptions } from "./worker/run-job";
export { closeWorkers, verifyAnswer };

export type GroupsOptions = JobOptions & {
  /** Groups of the first round that stay as they are; the rest is solved again around them. */
  pinned?: readonly (readonly string[])[] | undefined;
};

/**
 * Arranges groups of three (n mod 3 of them of four): no conflict, then the fewest repeats, then the
 * least cost, with a lower bound that proves it or a gap that says how far it may be off. The answer
 * has passed the verifier.
 * @throws SchedulingInputError naming the field; the signal's reason when cancelled.
 */
export async function scheduleGroups(problem: GroupsInput, options: GroupsOptions = {}): Promise<GroupsAnswer> {
  const from = performance.now();
  const question = options.pinned ? { ...problem, pinned: options.pinned.map((group) => [...group]) } : problem;
  readGroups(question);
  const answer = (await runJob("groups", question, options)) as GroupsAnswer | undefined;
  return verified(question, answer ?? outOfTime(performance.now() - from));
}

/** Several rounds planned together; without a number, as many repeat-free rounds as can be found. */
export async function planRounds(problem: GroupsInput, options: GroupsOptions & { rounds?: number | undefined } = {}): Promise<GroupsAnswer> {
  return scheduleGroups({ ...problem, rounds: options.rounds ?? 0 }, { timeLimitMs: 10_000, ...options });
}

export type RoundsLeft = {
  /** How many further rounds without a repeat are guaranteed: `planInHand` holds them. */
  readonly rounds: number;
  /** No plan can hold more than this. */
  readonly atMost: number;
  readonly planInHand: readonly (readonly (readonly string[])[])[];
};

/** How many more rounds can follow the history without a repeat: a plan in hand, never an estimate. */
export async function repeatFreeRoundsLeft(problem: GroupsInput, options: JobOptions = {}): Promise<RoundsLeft> {
  readGroups(problem);
  const found = (await runJob("roundsLeft", problem, { timeLimitMs: 5000, ...options })) as RoundsLeft | undefined;
  const answer = found ?? { rounds: 0, atMost: problem.members.length, planInHand: [] };
  const rounds = answer.planInHand.map((groups) => ({ groups, cost: 0, repeats: [] }));
  const { pairCosts: _costs, defaultPairCost: _flat, weights: _weights, pinned: _pinned, ...rules } = problem;
  verified({ ...rules, rounds: 0 }, { status: "solved", rounds, cost: 0, repeats: 0, lowerBound: 0, proven: false, repeatFreeRoundsLeft: 0 });
  return answer;
}

/**
 * Gives sessions their date, venue, lead and challengers. What cannot be placed is listed with its reason.
 * @throws SchedulingInputError naming the field; the signal's reason when cancelled.
 */
export async function scheduleSessions(problem: SessionsInput, options: JobOptions = {}): Promise<SessionsAnswer> {
  const parsed = readSessions(problem);
  const answer = (await runJob("sessions", problem, options)) as SessionsAnswer | undefined;
  return verified(problem, answer ?? unfinishedSessions(parsed));
}

/**
 * Gives each report the authorities that read it, the reading shared as evenly as is possible, with turns and
 * tables for the day. Takes milliseconds for a region. The answer has passed the verifier.
 * @throws SchedulingInputError naming the field
 */
export function allocateScrutiny(problem: ScrutinyInput): ScrutinyAnswer {
  return verified(problem, allocate(problem));
}

export type GroupsEvaluation = Evaluation & {
  /** What the best arrangement would save; absent when the best is not known. */
  readonly givesUp?: { readonly cost: number; readonly repeats: number; readonly words: string };
};

/**
 * A hand-made arrangement: its cost, the rules it breaks, and what it gives up against the best
 * (pass `best`, an answer of scheduleGroups to the same question).
 */
export function evaluateGroups(problem: GroupsInput, arrangement: readonly (readonly string[])[], best?: GroupsAnswer): GroupsEvaluation {
  const evaluation = evaluate(readGroups(problem), arrangement);
  if (best?.status !== "solved") return evaluation;
  const cost = Math.round((evaluation.cost - best.cost) * 1e9) / 1e9;
  const repeats = evaluation.repeats.length - best.repeats;
  const words =
    repeats === 0 && cost === 0
      ? "It is as good as the best."
      : `Against the best${best.proven ? "" : " found"}: ${repeats === 0 ? "as many repeats" : `${Math.abs(repeats)} ${repeats > 0 ? "more" : "fewer"} repeat${Math.abs(repeats) === 1 ? "" : "s"}`} and a cost ${cost === 0 ? "that is the same" : `${Math.abs(cost)} ${cost > 0 ? "higher" : "lower"}`}.`;
  return { ...evaluation, givesUp: { cost, repeats, words } };
}

/** The best single changes to an arrangement, best first; empty when none helps. */
export function suggestSwaps(problem: GroupsInput, arrangement: readonly (readonly string[])[], count = 5): Swap[] {
  return bestSwaps(readGroups(problem), arrangement, count);
}

/** The best arrangement and the next best different ones, in order (`count` in all). Each has passed the verifier. */
export async function alternatives(problem: GroupsInput, options: JobOptions & { count?: number | undefined } = {}): Promise<Alternatives> {
  const oneRound = { ...problem, rounds: 1 };
  const read = readGroups(oneRound);
  const count = options.count ?? 3;
  const found = (await runJob("alternatives", { problem: oneRound, count }, options)) as Alternatives | undefined;
  for (const { groups, cost, repeats } of found?.alternatives ?? []) {
    const round = { groups, cost, repeats: evaluate(read, groups).repeats };
    verified(oneRound, { status: "solved", rounds: [round], cost, repeats, lowerBound: cost, proven: false, repeatFreeRoundsLeft: 0 });
  }
  return found ?? { alternatives: [], proven: false };
}

/** The smallest set of rules that cannot all be kept, in words, for a question known to be infeasible. */
export function explainInfeasible(problem: GroupsInput, timeLimitMs = 3000): Conflict {
  return smallestConflict(readGroups(problem), stopAfter(timeLimitMs));
}

/** Nothing leaves the library that the verifier has not passed. */
function verified<Answer>(problem: unknown, answer: Answer): Answer {
  const verdict = verifyAnswer(problem, answer);
  if (!verdict.valid) throw new Error(`The answer did not pass the verifier: ${verdict.problems.join(" ")}`);
  return answer;
}

function outOfTime(elapsedMs: number): GroupsUnknown {
  return { status: "unknown", reason: "The time ended before any arrangement was found.", elapsedMs: Math.round(elapsedMs) };
}

