import type { Highs } from "highs";

import { listAlternatives } from "../groups/alternatives";
import { answerGroups } from "../groups/schedule";
import { readGroups } from "../groups/read-groups";
import { furtherRounds } from "../rounds/further-rounds";
import { answerSessions } from "../sessions/schedule";
import { readSessions } from "../sessions/read-sessions";
import type { Stop } from "../solver/stop";

/** What a search tells while it runs: costs in the caller's unit, `gap` = best - bound. */
export type Progress = { readonly best: number; readonly bound: number; readonly gap: number; readonly repeats?: number };

type Context = { solver: Highs; stop: Stop; seed: number; report: (progress: Progress, answer?: unknown) => void };

/** The questions a worker can answer. Inputs are plain JSON, checked again here. */
export const jobs = {
  groups(input: unknown, { solver, stop, seed, report }: Context) {
    return answerGroups(solver, readGroups(input), {
      stop,
      seed,
      report: (answer) => report({ best: answer.cost, bound: answer.lowerBound, gap: answer.gap, repeats: answer.repeats }, answer),
    });
  },
  roundsLeft(input: unknown, { stop, seed }: Context) {
    const problem = readGroups(input);
    const { rounds, limit } = furtherRounds(problem, { stop, seed });
    return {
      rounds: rounds.length,
      atMost: limit,
      planInHand: rounds.map((groups) => groups.map((group) => group.map((member) => problem.ids[member]!))),
    };
  },
  alternatives(input: unknown, { solver, stop, seed }: Context) {
    const { problem, count } = input as { problem: unknown; count: number };
    return listAlternatives(solver, readGroups(problem), { stop, seed, count });
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
