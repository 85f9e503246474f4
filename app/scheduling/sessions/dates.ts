import type { Highs } from "highs";

import type { Stop } from "../solver/stop";
import { optionsOf, type DateOption } from "./options";
import { Program } from "./program";
import type { SessionsProblem } from "./read-sessions";

/** A session with its date and, when venues are named, its venue. */
export type Dated = { readonly session: number; readonly option: DateOption; readonly venue: number | undefined };

export type Dates = { placed: Dated[]; /** At least this many cannot be placed. */ unplacedBound: number; /** No choice of dates costs less. */ costBound: number; proven: boolean };

type DateColumn = { column: number; session: number; option: DateOption; venue: number | undefined };

/** Columns "this session on this date at this venue", with the rows every choice of dates must keep. */
export function addDates(program: Program, problem: SessionsProblem, unplacedCost: number): { columns: DateColumn[]; missing: number[] } {
  const columns: DateColumn[] = [];
  const missing: number[] = [];
  const perDate = new Map<number, number[]>();
  const perVenue = new Map<string, number[]>();
  problem.sessions.forEach((session, index) => {
    const own: number[] = [];
    for (const option of optionsOf(problem, session)) {
      const places = problem.venues ? option.venues : [undefined];
      for (const venue of places) {
        const column = program.column(option.cost);
        columns.push({ column, session: index, option, venue });
        own.push(column);
        collect(perDate, option.date, column);
        if (venue !== undefined) collect(perVenue, `${venue} ${option.date}`, column);
      }
    }
    const absent = program.column(unplacedCost);
    missing.push(absent);
    program.row(1, 1, [...own, absent].map((column) => [column, 1] as const));
  });
  for (const [date, inside] of perDate) {
    const { capacity } = problem.dates[date]!;
    if (inside.length > capacity) program.row(0, capacity, inside.map((column) => [column, 1] as const));
  }
  for (const inside of perVenue.values()) if (inside.length > 1) program.row(0, 1, inside.map((column) => [column, 1] as const));
  return { columns, missing };
}

/** More than any placing can cost: leaving a session out is never worth it. */
export function costOfLeavingOut(problem: SessionsProblem): number {
  const { ifNeedBe, notAnswered, load } = problem.weights;
  const answers = problem.sessions.reduce((total, { members }) => total + members.length * Math.max(ifNeedBe, notAnswered), 0);
  const assignments = problem.sessions.reduce((total, { challengers }) => total + challengers, 0);
  const heaviest = Math.min(problem.sessions.length, Math.max(1, ...problem.challengers.map(({ maxLoad }) => Math.min(maxLoad, problem.sessions.length))));
  return Math.ceil(answers + load * assignments * 2 * heaviest) + 1;
}

/** Dates and venues alone: as many sessions as can be, at the least cost of the members' answers. */
export function chooseDates(solver: Highs, problem: SessionsProblem, { stop, seed }: { stop: Stop; seed: number }): Dates {
  const leftOut = costOfLeavingOut(problem);
  const program = new Program();
  const { columns } = addDates(program, problem, leftOut);
  const result = program.solve(solver, { stop, seed });
  const { values } = result;
  const placed = (values ? columns.filter(({ column }) => values[column]! > 0.5) : inTurn(problem, columns)).map(({ session, option, venue }) => ({ session, option, venue }));
  placed.sort((a, b) => a.session - b.session);
  const proven = result.outcome === "optimal";
  const bound = proven ? (result.objective ?? 0) : Math.max(0, result.bound);
  const unplacedBound = Math.floor(bound / leftOut + 1e-9);
  return { placed, unplacedBound, costBound: Math.max(0, bound - unplacedBound * leftOut), proven };
}

/** Without time for the best dates: each session in turn, those with the fewest choices first, takes its cheapest free one. */
function inTurn(problem: SessionsProblem, columns: readonly DateColumn[]): DateColumn[] {
  const choices = problem.sessions.map((_, session) => columns.filter((column) => column.session === session).sort((a, b) => a.option.cost - b.option.cost));
  const left = problem.dates.map(({ capacity }) => capacity);
  const taken = new Set<string>();
  const chosen: DateColumn[] = [];
  for (const own of choices.sort((a, b) => a.length - b.length)) {
    const free = own.find(({ option, venue }) => left[option.date]! > 0 && !taken.has(`${venue} ${option.date}`));
    if (!free) continue;
    left[free.option.date]! -= 1;
    if (free.venue !== undefined) taken.add(`${free.venue} ${free.option.date}`);
    chosen.push(free);
  }
  return chosen;
}

function collect<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
