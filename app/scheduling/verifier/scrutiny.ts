/** Checks an allocation of reports to readers against its question. Shares nothing with the solver. */
import { z } from "zod";

import type { Verdict } from "./verdict";

const names = z.array(z.string());
const question = z.looseObject({
  reports: names,
  readers: names,
  perReport: z.number(),
  never: z.array(names).optional(),
  groups: z.array(names).optional(),
  groupsAllowed: z.boolean().optional(),
  tables: z.number(),
});
const solved = z.looseObject({
  status: z.literal("solved"),
  reports: z.array(z.looseObject({ id: z.string(), readers: names, turn: z.number().int().min(1), table: z.number().int().min(1) })),
  least: z.number(),
  most: z.number(),
  forced: names,
  turns: z.number(),
  turnsAtLeast: z.number(),
});
const infeasible = z.looseObject({ status: z.literal("infeasible"), reasons: z.array(z.string().min(1)).min(1) });
const answered = z.union([solved, infeasible]);
type Question = z.output<typeof question>;

export function verifyScrutiny(problem: unknown, answer: unknown): Verdict {
  const asked = question.safeParse(problem);
  const given = answered.safeParse(answer);
  if (!asked.success) return { valid: false, problems: ["The question cannot be read."] };
  if (!given.success) return { valid: false, problems: ["The answer cannot be read."] };
  const problems = given.data.status === "solved" ? wrongWith(asked.data, given.data) : reallyInfeasible(asked.data) ? [] : ["It is called impossible, and every report has readers enough."];
  return { valid: problems.length === 0, problems };
}

function mayRead({ never = [], groups = [], groupsAllowed = false }: Question, report: string, reader: string): boolean {
  const together = (lists: readonly (readonly string[])[]) => lists.some((list) => list.includes(report) && list.includes(reader));
  return report !== reader && !together(never) && (groupsAllowed || !together(groups));
}

function reallyInfeasible(asked: Question): boolean {
  return asked.reports.some((report) => asked.readers.filter((reader) => mayRead(asked, report, reader)).length < asked.perReport);
}

function wrongWith(asked: Question, given: z.output<typeof solved>): string[] {
  const problems: string[] = [];
  const ids = given.reports.map(({ id }) => id);
  if (ids.length !== asked.reports.length || asked.reports.some((report) => !ids.includes(report))) problems.push("Not every report is there once.");
  for (const { id, readers } of given.reports) {
    if (readers.length !== asked.perReport || new Set(readers).size !== readers.length) problems.push(`${id} has not ${asked.perReport} different readers.`);
    for (const reader of readers) if (!asked.readers.includes(reader) || !mayRead(asked, id, reader)) problems.push(`${reader} may not read the report of ${id}.`);
  }
  const load = (reader: string) => given.reports.filter(({ readers }) => readers.includes(reader)).length;
  const loads = asked.readers.map(load);
  if (given.most !== Math.max(0, ...loads) || given.least !== Math.min(...loads)) problems.push("The fewest and the most are not as counted.");
  // Whatever those outside took, the set has at least this to read: one of it has no less than the average.
  const inside = (reader: string) => given.forced.includes(reader);
  const atLeast = asked.reports.reduce((sum, report) => sum + Math.max(0, asked.perReport - asked.readers.filter((reader) => !inside(reader) && mayRead(asked, report, reader)).length), 0);
  if (given.forced.length === 0 || Math.ceil(atLeast / given.forced.length) < given.most) problems.push("It is not proven that nobody could have fewer to read.");
  return [...problems, ...wrongWithTables(asked, given)];
}

function wrongWithTables(asked: Question, given: z.output<typeof solved>): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  const take = (key: string, words: string) => {
    if (seen.has(key)) problems.push(words);
    seen.add(key);
  };
  for (const { id, readers, turn, table } of given.reports) {
    take(`table ${turn} ${table}`, `Turn ${turn} has two reports at table ${table}.`);
    if (table > asked.tables) problems.push(`There is no table ${table}.`);
    for (const person of [id, ...readers]) take(`person ${turn} ${person}`, `${person} is wanted at two tables in turn ${turn}.`);
  }
  if (given.turns !== Math.max(0, ...given.reports.map(({ turn }) => turn))) problems.push("The number of turns is not as counted.");
  const wanted = (person: string) => given.reports.filter(({ id, readers }) => id === person || readers.includes(person)).length;
  const bound = Math.max(Math.ceil(given.reports.length / asked.tables), ...[...asked.readers, ...asked.reports].map(wanted));
  if (given.turnsAtLeast !== bound) problems.push("The fewest turns are not as counted.");
  return problems;
}
