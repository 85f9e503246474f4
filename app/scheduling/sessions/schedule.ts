import type { Highs } from "highs";

import { stopWithin, type Stop } from "../solver/stop";
import { chooseDates, type Dated } from "./dates";
import { explainUnplaced } from "./reasons";
import type { SessionsProblem } from "./read-sessions";
import { chooseTeams, costOfLoads, type Teams } from "./teams";
import { chooseTogether } from "./together";

export type PlacedSession = {
  readonly id: string;
  readonly date: string;
  /** Null when the question names no venues. */
  readonly venue: string | null;
  /** Null when no lead is needed. */
  readonly lead: string | null;
  readonly challengers: readonly string[];
};

export type SessionsAnswer = {
  /** Infeasible: not one session can be placed. Otherwise what cannot be placed is in `unplaced`. */
  readonly status: "solved" | "infeasible" | "unknown";
  readonly sessions: readonly PlacedSession[];
  readonly unplaced: readonly { readonly id: string; readonly reason: string }[];
  /** Members who have not answered for the date they were given. */
  readonly warnings: readonly string[];
  readonly cost: number;
  /** No answer that places as many sessions costs less. */
  readonly lowerBound: number;
  readonly gap: number;
  /** No answer places more sessions, and none that places as many costs less. */
  readonly proven: boolean;
  readonly reason?: string;
  readonly elapsedMs: number;
};

type Watched = { stop: Stop; seed: number; report: (answer: SessionsAnswer) => void };

/** Joint programs up to this many assignments are solved as one; beyond it the two stages must do. */
const mostTogether = 60_000;

/**
 * Places as many sessions as can be, at the least cost of answers and loads. Dates first, then teams:
 * when the two costs add up to a bound that neither stage can beat, the pair is proven best. Otherwise, at regional
 * size, dates and teams go into one program; at national size the gap is told.
 */
export function answerSessions(solver: Highs, problem: SessionsProblem, { stop, seed, report }: Watched): SessionsAnswer {
  const from = performance.now();
  const elapsed = (): number => Math.round(performance.now() - from);
  const dates = chooseDates(solver, problem, { stop: stopWithin(stop, stop.msLeft() * 0.5), seed });
  const teams = chooseTeams(solver, problem, dates.placed, { stop: stopWithin(stop, stop.msLeft() * 0.5), seed });
  let placed = dates.placed.filter((_, index) => teams.teams[index] !== undefined);
  let chosen: Teams["teams"] = teams.teams.filter((team) => team !== undefined);
  let unplaced = problem.sessions.length - placed.length;
  // Neither stage can do better alone, so nor can both: fewest unplaced, least cost of dates, least cost of loads.
  const unplacedBound = dates.unplacedBound;
  let lowerBound = dates.costBound + teams.balancedBound;
  let proven = unplaced === unplacedBound && dates.proven && costOf(problem, placed, chosen) <= lowerBound + 1e-6;
  let settledUnplaced = unplaced === unplacedBound;
  const current = (): SessionsAnswer => answer(problem, placed, chosen, { lowerBound: settledUnplaced ? lowerBound : 0, proven, elapsedMs: elapsed(), reasons: false });
  report(current());

  if (!proven && !stop.now()) {
    const together = chooseTogether(solver, problem, { stop, seed, mostColumns: mostTogether, start: { placed, teams: chosen } });
    if (together) {
      const better = problem.sessions.length - together.placed.length;
      if (better < unplaced || (better === unplaced && costOf(problem, together.placed, together.teams) < costOf(problem, placed, chosen) - 1e-9)) {
        placed = together.placed;
        chosen = together.teams;
        unplaced = better;
      }
      if (together.proven) {
        proven = true;
        settledUnplaced = true;
        lowerBound = costOf(problem, placed, chosen);
      } else if (settledUnplaced) {
        lowerBound = Math.max(lowerBound, together.costBound);
      }
    }
  }
  if (unplaced > unplacedBound && !proven) settledUnplaced = false;
  return answer(problem, placed, chosen, { lowerBound: settledUnplaced ? lowerBound : 0, proven, elapsedMs: elapsed(), reasons: true });
}

/** The answer when the hard limit struck before anything was found. */
export function unfinishedSessions(problem: SessionsProblem): SessionsAnswer {
  return {
    status: "unknown",
    sessions: [],
    unplaced: problem.sessions.map(({ id }) => ({ id, reason: "The time ended before it was placed." })),
    warnings: [],
    cost: 0,
    lowerBound: 0,
    gap: 0,
    proven: false,
    reason: "The time ended before any session was placed.",
    elapsedMs: 0,
  };
}

export function costOf(problem: SessionsProblem, placed: readonly Dated[], teams: Teams["teams"]): number {
  const dates = placed.reduce((total, { option }) => total + option.cost, 0);
  return Math.round((dates + costOfLoads(problem, teams)) * 1e9) / 1e9;
}

type Certificate = { lowerBound: number; proven: boolean; elapsedMs: number; reasons: boolean };

function answer(problem: SessionsProblem, placed: readonly Dated[], teams: Teams["teams"], certificate: Certificate): SessionsAnswer {
  const cost = costOf(problem, placed, teams);
  const lowerBound = certificate.proven ? cost : Math.min(cost, Math.round(certificate.lowerBound * 1e9) / 1e9);
  const warnings: string[] = [];
  const sessions = placed.map(({ session, option, venue }, index): PlacedSession => {
    const { id, members, lead } = problem.sessions[session]!;
    const date = problem.dates[option.date]!.id;
    for (const member of members) if (problem.said(member, date) === undefined) warnings.push(`${id}: ${member} has not answered for ${date}.`);
    const team = (teams[index] ?? []).map((challenger) => problem.challengers[challenger]!);
    // The lead with the fewest themes to cover keeps the others free; any who can lead would do.
    const leading = lead ? team.filter((challenger) => challenger.canLead).sort((a, b) => a.themes.size - b.themes.size)[0] : undefined;
    return { id, date, venue: venue === undefined ? null : problem.venues![venue]!.id, lead: leading?.id ?? null, challengers: team.map((challenger) => challenger.id) };
  });
  const done = new Set(placed.map(({ session }) => session));
  const left = problem.sessions.flatMap((_, session) => (done.has(session) ? [] : [session]));
  const unplaced = left.map((session) => ({ id: problem.sessions[session]!.id, reason: certificate.reasons ? explainUnplaced(problem, session, placed) : "Not placed yet." }));
  const none = placed.length === 0;
  const status = none ? (certificate.proven ? "infeasible" : "unknown") : "solved";
  return {
    status,
    sessions,
    unplaced,
    warnings,
    cost,
    lowerBound,
    gap: Math.round((cost - lowerBound) * 1e9) / 1e9,
    proven: certificate.proven,
    ...(none ? { reason: unplaced.map(({ id, reason }) => `${id}: ${reason}`).join(" ") } : {}),
    elapsedMs: certificate.elapsedMs,
  };
}
