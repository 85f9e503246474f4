import type { Highs } from "highs";

import type { Stop } from "../solver/stop";
import type { Dated } from "./dates";
import { eligible, sittersOf } from "./options";
import { Program } from "./program";
import type { Session, SessionsProblem } from "./read-sessions";

export type Teams = {
  /** Challengers of each placed session, or undefined when no team could be found for it. */
  teams: (number[] | undefined)[];
  /** No teams for as many sessions can have fairer loads than this. */
  balancedBound: number;
};

/**
 * Challengers for sessions whose dates are set: as many sessions staffed as can be, loads as even as can be.
 * The k-th session of a challenger costs (2k - 1) times the weight, so a load of k costs its square.
 */
export function chooseTeams(solver: Highs, problem: SessionsProblem, placed: readonly Dated[], { stop, seed }: { stop: Stop; seed: number }): Teams {
  const program = new Program();
  const { load } = problem.weights;
  const needed = placed.reduce((total, { session }) => total + problem.sessions[session]!.challengers, 0);
  const balancedBound = load * balanced(needed, problem.challengers.length);
  if (needed === 0) return { teams: placed.map(() => []), balancedBound: 0 };
  // Often enough people are free that nobody needs a second session: then no program is needed either.
  const inTurn = staffInTurn(problem, placed);
  if (inTurn.every((team) => team !== undefined) && costOfLoads(problem, inTurn) <= balancedBound + 1e-9) return { teams: inTurn, balancedBound };
  const leftOut = Math.ceil(load * needed * 2 * placed.length) + 1;
  const busy = new Map<number, number[]>(); // challenger -> columns
  const sameDay = new Map<string, number[]>();
  const columns: { column: number; index: number; challenger: number }[] = [];
  const sits = sittingDays(problem, placed);
  placed.forEach(({ session, option }, index) => {
    const asked = problem.sessions[session]!;
    const date = problem.dates[option.date]!.id;
    const own: { column: number; challenger: number }[] = [];
    problem.challengers.forEach((challenger, number) => {
      if (asked.challengers === 0 || !eligible(challenger, asked, date) || sits.has(`${number} ${option.date}`)) return;
      const column = program.column(0);
      own.push({ column, challenger: number });
      columns.push({ column, index, challenger: number });
      add(busy, number, column);
      add(sameDay, `${number} ${date}`, column);
    });
    const absent = program.column(leftOut);
    program.row(asked.challengers, asked.challengers, [...own.map(({ column }) => [column, 1] as const), [absent, asked.challengers] as const]);
    for (const theme of asked.themes) {
      program.row(1, Infinity, [...own.filter(({ challenger }) => problem.challengers[challenger]!.themes.has(theme)).map(({ column }) => [column, 1] as const), [absent, 1] as const]);
    }
    if (asked.lead) program.row(1, Infinity, [...own.filter(({ challenger }) => problem.challengers[challenger]!.canLead).map(({ column }) => [column, 1] as const), [absent, 1] as const]);
  });
  for (const inside of sameDay.values()) if (inside.length > 1) program.row(0, 1, inside.map((column) => [column, 1] as const));
  addLoads(program, problem, busy, load);
  const result = program.solve(solver, { stop, seed });
  if (!result.values) return { teams: inTurn, balancedBound };
  const teams: (number[] | undefined)[] = placed.map(() => []);
  for (const { column, index, challenger } of columns) if (result.values[column]! > 0.5) teams[index]!.push(challenger);
  placed.forEach(({ session }, index) => {
    if (teams[index]!.length !== problem.sessions[session]!.challengers) teams[index] = undefined;
  });
  return { teams, balancedBound };
}

/** The days on which somebody sits in their own session, as "challenger date". */
function sittingDays(problem: SessionsProblem, placed: readonly Dated[]): Set<string> {
  return new Set(placed.flatMap(({ session, option }) => sittersOf(problem, problem.sessions[session]!).map((number) => `${number} ${option.date}`)));
}

/** Sessions staffed one after the other, those with the fewest to choose from first: what there is when no time is left for better. */
function staffInTurn(problem: SessionsProblem, placed: readonly Dated[]): Teams["teams"] {
  const load = problem.challengers.map(() => 0);
  const busy = sittingDays(problem, placed);
  const teams: Teams["teams"] = placed.map(() => undefined);
  const able = placed.map(({ session, option }) => problem.challengers.flatMap((challenger, number) => (eligible(challenger, problem.sessions[session]!, problem.dates[option.date]!.id) ? [number] : [])));
  for (const index of [...placed.keys()].sort((a, b) => able[a]!.length - able[b]!.length || a - b)) {
    const { session, option } = placed[index]!;
    const asked = problem.sessions[session]!;
    const free = able[index]!.filter((number) => load[number]! < problem.challengers[number]!.maxLoad && !busy.has(`${number} ${option.date}`));
    // Fair loads first; when that leaves a theme or the lead uncovered, those first.
    const team = teamFrom(problem, asked, free, (number, covers) => load[number]! * 100 - covers) ?? teamFrom(problem, asked, free, (number, covers) => load[number]! - covers * 100);
    if (!team) continue;
    teams[index] = team;
    for (const number of team) {
      load[number] = load[number]! + 1;
      busy.add(`${number} ${option.date}`);
    }
  }
  return teams;
}

/** One team, the lowest score first, where `covers` counts the needs (themes, a lead) somebody would newly meet; undefined when a need is left. */
function teamFrom(problem: SessionsProblem, asked: Session, free: readonly number[], score: (number: number, covers: number) => number): number[] | undefined {
  const team: number[] = [];
  let themes = asked.themes;
  let lead = asked.lead;
  while (team.length < asked.challengers) {
    const covers = (number: number): number => {
      const { themes: known, canLead } = problem.challengers[number]!;
      return themes.filter((theme) => known.has(theme)).length + (lead && canLead ? 1 : 0);
    };
    const next = free.filter((number) => !team.includes(number)).map((number) => ({ number, score: score(number, covers(number)) })).sort((a, b) => a.score - b.score)[0];
    if (!next) return undefined;
    const chosen = problem.challengers[next.number]!;
    team.push(next.number);
    themes = themes.filter((theme) => !chosen.themes.has(theme));
    lead = lead && !chosen.canLead;
  }
  return themes.length === 0 && !lead ? team : undefined;
}

/** The sum over challengers of their load squared, times its weight. */
export function costOfLoads({ weights }: SessionsProblem, teams: Teams["teams"]): number {
  const load = new Map<number, number>();
  for (const number of teams.flatMap((team) => team ?? [])) load.set(number, (load.get(number) ?? 0) + 1);
  return [...load.values()].reduce((total, sessions) => total + weights.load * sessions ** 2, 0);
}

/** Each challenger's sessions, up to the load allowed, with a rising cost for each further one. */
export function addLoads(program: Program, problem: SessionsProblem, busy: ReadonlyMap<number, readonly number[]>, load: number): void {
  for (const [challenger, columns] of busy) {
    const most = Math.min(problem.challengers[challenger]!.maxLoad, columns.length);
    const steps = Array.from({ length: most }, (_, k) => program.column(load * (2 * k + 1)));
    program.row(0, 0, [...columns.map((column) => [column, 1] as const), ...steps.map((column) => [column, -1] as const)]);
  }
}

/** The least sum of squares when `assignments` are shared by `people`. */
export function balanced(assignments: number, people: number): number {
  if (people === 0) return 0;
  const each = Math.floor(assignments / people);
  const more = assignments - each * people;
  return more * (each + 1) ** 2 + (people - more) * each ** 2;
}

function add<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
