import type { Highs } from "highs";

import { listAlternatives } from "../groups/alternatives";
import { answerGroups } from "../groups/schedule";
import { readGroups } from "../groups/read-groups";
import type { Rounds } from "../rounds/constructions";
import { furtherRounds } from "../rounds/further-rounds";
import { answerSessions } from "../sessions/schedule";
import { readSessions } from "../sessions/read-sessions";
import type { Stop } from "../solver/stop";

/**
 * What a search tells while it runs: costs in the caller's unit, `gap` = best - bound. A search for
 * rounds left tells how many are in hand (`best`) of how many there can be (`bound`).
 */
export type Progress = { readonly best: number; readonly bound: number; readonly gap: number; readonly repeats?: number; /** Repeat-free rounds in hand after this arrangement. */ readonly roundsLeft?: number };

type Context = { solver: Highs; stop: Stop; seed: number; report: (progress: Progress, answer?: unknown) => void };

/** The questions a worker can answer. Inputs are plain JSON, checked again here. */
export const jobs = {
  groups(input: unknown, { solver, stop, seed, report }: Context) {
    return answerGroups(solver, readGroups(input), {
      stop,
      seed,
      report: (answer) => report({ best: answer.cost, bound: answer.lowerBound, gap: answer.gap, repeats: answer.repeats, roundsLeft: answer.repeatFreeRoundsLeft }, answer),
    });
  },
  roundsLeft(input: unknown, { stop, seed, report }: Context) {
    const problem = readGroups(input);
    const inHand = (rounds: Rounds, atMost: number) => ({
      rounds: rounds.length,
      atMost,
      planInHand: rounds.map((groups) => groups.map((group) => group.map((member) => problem.ids[member]!))),
    });
    const onLonger = (rounds: Rounds, limit: number): void => report({ best: rounds.length, bound: limit, gap: limit - rounds.length }, inHand(rounds, limit));
    const { rounds, limit } = furtherRounds(problem, { stop, seed, onLonger });
    return inHand(rounds, limit);
  },
  alternatives(input: unknown, { solver, stop, seed, report }: Context) {
    const { problem, count } = input as { problem: unknown; count: number };
    return listAlternatives(solver, readGroups(problem), {
      stop,
      seed,
      count,
      report: (found) => report({ best: found.alternatives.at(-1)!.cost, bound: found.alternatives[0]!.cost, gap: found.alternatives.at(-1)!.cost - found.alternatives[0]!.cost }, found),
    });
  },
  sessions(input: unknown, { solver, stop, seed, report }: Context) {
    return answerSessions(solver, readSessions(input), {
      stop,
      seed,
      report: (answer) => report({ best: answer.cost, bound: answer.lowerBound, gap: answer.gap }, answer),
    });
  },
};

export type JobName = keyof typeof jobs;
