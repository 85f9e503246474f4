import type { Highs } from "highs";

import type { Stop } from "../solver/stop";
import { addDates, costOfLeavingOut, type Dated } from "./dates";
import { eligible, sittersOf } from "./options";
import { Program } from "./program";
import type { SessionsProblem } from "./read-sessions";
import { addLoads, type Teams } from "./teams";

export type Together = { placed: Dated[]; teams: Teams["teams"]; costBound: number; proven: boolean };

type Options = { stop: Stop; seed: number; mostColumns: number; start: { placed: readonly Dated[]; teams: Teams["teams"] } };

/**
 * Dates, venues and challengers in one program: 3 to 10% cheaper than dates first where the two pull
 * against each other. Undefined when it would be too large.
 */
export function chooseTogether(solver: Highs, problem: SessionsProblem, { stop, seed, mostColumns }: Options): Together | undefined {
  const leftOut = costOfLeavingOut(problem);
  const program = new Program();
  const { columns } = addDates(program, problem, leftOut);
  const team: { column: number; session: number; date: number; challenger: number }[] = [];
  const busy = new Map<number, number[]>();
  const sameDay = new Map<string, number[]>();
  for (const [index, asked] of problem.sessions.entries()) {
    const dates = new Map<number, number[]>();
    for (const { column, session, option } of columns) {
      if (session !== index) continue;
      dates.set(option.date, [...(dates.get(option.date) ?? []), column]);
    }
    for (const [date, chosen] of dates) {
      const day = problem.dates[date]!.id;
      const own: { column: number; challenger: number }[] = [];
      problem.challengers.forEach((challenger, number) => {
        if (asked.challengers === 0 || !eligible(challenger, asked, day)) return;
        const column = program.column(0);
        own.push({ column, challenger: number });
        team.push({ column, session: index, date, challenger: number });
        add(busy, number, column);
        add(sameDay, `${number} ${date}`, column);
      });
      if (program.costs.length > mostColumns) return undefined;
      const onDate = chosen.map((column) => [column, -1] as const);
      program.row(0, 0, [...own.map(({ column }) => [column, 1] as const), ...chosen.map((column) => [column, -asked.challengers] as const)]);
      for (const { column } of own) program.row(-Infinity, 0, [[column, 1], ...onDate]);
      for (const theme of asked.themes) {
        program.row(0, Infinity, [...own.filter(({ challenger }) => problem.challengers[challenger]!.themes.has(theme)).map(({ column }) => [column, 1] as const), ...onDate]);
      }
      if (asked.lead) program.row(0, Infinity, [...own.filter(({ challenger }) => problem.challengers[challenger]!.canLead).map(({ column }) => [column, 1] as const), ...onDate]);
    }
  }
  for (const inside of sameDay.values()) if (inside.length > 1) program.row(0, 1, inside.map((column) => [column, 1] as const));
  addOwnSessions(program, problem, columns, sameDay);
  addLoads(program, problem, busy, problem.weights.load);
  const result = program.solve(solver, { stop, seed });
  if (!result.values) return undefined;
  const placed = columns
    .filter(({ column }) => result.values![column]! > 0.5)
    .map(({ session, option, venue }) => ({ session, option, venue }))
    .sort((a, b) => a.session - b.session);
  const teams = placed.map(({ session, option }) => team.filter((entry) => entry.session === session && entry.date === option.date && result.values![entry.column]! > 0.5).map(({ challenger }) => challenger));
  const unplaced = problem.sessions.length - placed.length;
  return { placed, teams, costBound: Math.max(0, result.bound - unplaced * leftOut), proven: result.outcome === "optimal" };
}

/** Whoever sits in a session of their own is in no team on its day, whichever day it gets. */
function addOwnSessions(program: Program, problem: SessionsProblem, columns: readonly { readonly column: number; readonly session: number; readonly option: { readonly date: number } }[], sameDay: ReadonlyMap<string, readonly number[]>): void {
  problem.sessions.forEach((session, index) => {
    const sitters = sittersOf(problem, session);
    if (sitters.length === 0) return;
    const own = new Map<number, number[]>();
    for (const { column, session: of, option } of columns) if (of === index) add(own, option.date, column);
    for (const [date, placing] of own) {
      for (const number of sitters) {
        const elsewhere = sameDay.get(`${number} ${date}`) ?? [];
        if (elsewhere.length > 0) program.row(-Infinity, 1, [...elsewhere, ...placing].map((column) => [column, 1] as const));
      }
    }
  });
}

function add<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
