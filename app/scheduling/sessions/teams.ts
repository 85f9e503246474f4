import type { Highs } from "highs";

import type { Stop } from "../solver/stop";
import type { Dated } from "./dates";
import { eligible } from "./options";
import { Program } from "./program";
import type { SessionsProblem } from "./read-sessions";

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
  const leftOut = Math.ceil(load * needed * 2 * placed.length) + 1;
  const busy = new Map<number, number[]>(); // challenger -> columns
  const sameDay = new Map<string, number[]>();
  const columns: { column: number; index: number; challenger: number }[] = [];
  placed.forEach(({ session, option }, index) => {
    const asked = problem.sessions[session]!;
    const date = problem.dates[option.date]!.id;
    const own: { column: number; challenger: number }[] = [];
    problem.challengers.forEach((challenger, number) => {
      if (asked.challengers === 0 || !eligible(challenger, asked, date)) return;
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
  if (!result.values) return { teams: placed.map(({ session }) => (problem.sessions[session]!.challengers === 0 ? [] : undefined)), balancedBound };
  const teams: (number[] | undefined)[] = placed.map(() => []);
  for (const { column, index, challenger } of columns) if (result.values[column]! > 0.5) teams[index]!.push(challenger);
  placed.forEach(({ session }, index) => {
    if (teams[index]!.length !== problem.sessions[session]!.challengers) teams[index] = undefined;
  });
  return { teams, balancedBound };
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
