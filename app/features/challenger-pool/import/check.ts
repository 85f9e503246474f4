import { classOf, readDay, readTable, type Problem, type TypedRow } from "~/features/table-file/read";
import { addMonths } from "~/workflow/working-days";
import { levels, levelLabels, type Level } from "../words";

/** Columns of the file, in any order. Themes are divided by semicolons; days are 2026-11-24 or 24/11/2026. */
export const columns = ["email", "level", "themes", "most", "trained_on", "trained_until"] as const;
export type Column = (typeof columns)[number];

const needed: readonly Column[] = ["email"];

/** What the register holds now, as far as a file can touch it. */
export interface PoolNow {
  readonly today: string;
  readonly themes: readonly string[];
  /** People by address, with whether they can be entered. */
  readonly people: readonly { readonly id: string; readonly email: string; readonly ofRegion: boolean; readonly inPool: boolean }[];
  readonly validMonths: number;
}

export interface PlannedEntry {
  readonly line: number;
  readonly personId: string;
  readonly level: Level;
  readonly themes: readonly string[];
  readonly maxLoad: number;
  readonly trainedOn: string | null;
  readonly trainedUntil: string | null;
}

export interface Checked {
  readonly entries: readonly PlannedEntry[];
  readonly problems: readonly Problem<Column>[];
  readonly counts: { readonly rows: number; readonly trained: number; readonly untrained: number } | null;
}

/** Reads every row against the register and names each bad one. Pure: nothing is written. */
export function check(text: string, pool: PoolNow): Checked {
  const read = readTable(text, { columns, needed, rows: "a line for each challenger" });
  if (!read.ok) return { entries: [], problems: read.problems, counts: null };
  const problems: Problem<Column>[] = [];
  const entries: PlannedEntry[] = [];
  const seen = new Map<string, number>();
  for (const row of read.rows) {
    const found = readEntry(row, pool);
    const email = row.cells.email.toLowerCase();
    const before = seen.get(email);
    if (email !== "" && before !== undefined) found.problems.push({ line: row.line, column: "email", found: classOf(email), reason: `The same address stands in row ${before}` });
    seen.set(email, before ?? row.line);
    problems.push(...found.problems);
    if (found.problems.length === 0) entries.push(found.entry);
  }
  const inDate = (entry: PlannedEntry) => entry.trainedUntil !== null && entry.trainedUntil >= pool.today;
  return { entries, problems, counts: { rows: read.rows.length, trained: entries.filter(inDate).length, untrained: entries.filter((entry) => !inDate(entry)).length } };
}

function readEntry({ line, cells }: TypedRow<Column>, pool: PoolNow): { entry: PlannedEntry; problems: Problem<Column>[] } {
  const problems: Problem<Column>[] = [];
  const wrong = (column: Column, reason: string) => problems.push({ line, column, found: classOf(cells[column]), reason });
  const person = pool.people.find(({ email }) => email === cells.email.toLowerCase());
  if (cells.email === "") wrong("email", "The email address is missing");
  else if (!person) wrong("email", "Nobody in the directory has this address. Add them there first");
  else if (!person.ofRegion) wrong("email", "This person holds no post in the region today");
  else if (person.inPool) wrong("email", "This person is in the pool, or has applied, already");
  const level = cells.level === "" ? "challenger" : levels.find((one) => one === cells.level.toLowerCase() || levelLabels[one].toLowerCase() === cells.level.toLowerCase());
  if (!level) wrong("level", "The level is “challenger” or “lead”");
  const themes = cells.themes.split(";").map((theme) => theme.trim()).filter((theme) => theme !== "").map((theme) => ({ theme, known: pool.themes.find((one) => one.toLowerCase() === theme.toLowerCase()) }));
  for (const { theme, known } of themes) if (!known) wrong("themes", `“${theme.slice(0, 40)}” is not one of the region’s themes`);
  if (cells.most !== "" && !/^([1-9]|1\d|20)$/.test(cells.most)) wrong("most", "The most sessions and visits a year is a whole number from 1 to 20");
  const day = (column: "trained_on" | "trained_until") => {
    const read = cells[column] === "" ? null : readDay(cells[column]);
    if (cells[column] !== "" && !read) wrong(column, "This is not a day. Write it as 24/11/2026 or 2026-11-24");
    return read;
  };
  const [trainedOn, until] = [day("trained_on"), day("trained_until")];
  if (trainedOn && trainedOn > pool.today) wrong("trained_on", "The day of the training lies in the future");
  if (until && !trainedOn && cells.trained_on === "") wrong("trained_on", "Say on which day the training was");
  if (trainedOn && until && until < trainedOn) wrong("trained_until", "The training ends before it was");
  return {
    problems,
    entry: {
      line, personId: person?.id ?? "", level: level ?? "challenger", themes: [...new Set(themes.flatMap(({ known }) => known ?? []))], maxLoad: Number(cells.most || "2"),
      trainedOn, trainedUntil: until ?? (trainedOn ? addMonths(trainedOn, pool.validMonths) : null),
    },
  };
}
