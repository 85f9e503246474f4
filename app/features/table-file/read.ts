import { parse } from "csv-parse/sync";

/** What a file may hold: its columns in any order, those it needs, and what a row is of. */
export interface Layout<Column extends string> {
  readonly columns: readonly Column[];
  readonly needed: readonly Column[];
  /** "a line for each person and post". */
  readonly rows: string;
}

/** One row as typed, with the line it begins on in the file (the header is line 1). */
export interface TypedRow<Column extends string = string> {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

/** What sort of thing stands in a cell: said instead of the thing itself. */
export type ValueClass = "nothing" | "an email address" | "a date" | "a number" | "text";

/** Something wrong with one cell, row or the file. */
export interface Problem<Column extends string = string> {
  /** 0 for the file as a whole. */
  readonly line: number;
  readonly column: Column | "row" | "file";
  readonly found: ValueClass | null;
  readonly reason: string;
}

export type ReadFile<Column extends string> = { readonly ok: true; readonly rows: readonly TypedRow<Column>[] } | { readonly ok: false; readonly problems: readonly Problem<Column>[] };

/** More than any region has; a longer file is some other file. */
export const mostRows = 3000;
export const mostBytes = 500_000;

/**
 * The text of an uploaded file. Spreadsheets save UTF-8 with or without a mark, UTF-16 ("Unicode text")
 * and Windows-1252: whatever is not valid UTF-8 is read as the last, in which every byte means something.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fromWindows1252(bytes);
  }
}

/** The letters of the bytes 0x80 to 0x9f in Windows-1252. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** By hand, since the decoder of some Node versions takes this encoding for Latin-1 and loses its apostrophes. */
function fromWindows1252(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte >= 0x80 && byte < 0xa0 ? (windows1252[byte - 0x80] ?? "") : String.fromCharCode(byte))).join("");
}

/** The sort of a cell's value. */
export function classOf(value: string): ValueClass {
  if (value === "") return "nothing";
  if (/^[^\s@]+@[^\s@]+$/.test(value)) return "an email address";
  if (/^\d{4}-\d{1,2}-\d{1,2}$|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(value)) return "a date";
  if (/^[\d\s.,+-]+$/.test(value)) return "a number";
  return "text";
}

const ofFile = (reason: string) => ({ ok: false, problems: [{ line: 0, column: "file", found: null, reason }] }) as const;

/** The rows of a file with commas, semicolons or tabs between cells. What cannot be read as a table is one problem of the file. */
export function readTable<Column extends string>(text: string, { columns, needed, rows }: Layout<Column>): ReadFile<Column> {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  if (plain.trim() === "") return ofFile(`The file is empty. It needs a line of column names and ${rows}`);
  if (plain.includes("\0")) return ofFile("This is not a CSV file. In your spreadsheet choose Save as, then CSV");
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(plain, { delimiter: delimiterOf(plain), relax_column_count: true, trim: true, info: true }) as unknown as typeof records;
  } catch (error) {
    const line = error instanceof Error && "lines" in error ? ` near line ${String(error.lines)}` : "";
    return ofFile(`The file cannot be read${line}: a quotation mark is not closed, or stands where it should not`);
  }
  const [header, ...body] = records;
  if (!header) return ofFile("The file is empty");
  const names = header.record.map((name) => name.toLowerCase().trim());
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) return ofFile(`The first line must name the columns. ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} missing`);
  const unknown = names.filter((name) => name !== "" && !(columns as readonly string[]).includes(name));
  if (unknown.length > 0) return ofFile(`There ${unknown.length > 1 ? "are columns" : "is a column"} that cannot be used (number ${unknown.map((name) => names.indexOf(name) + 1).join(" and ")}). Use ${columns.join(", ")}`);
  const twice = names.find((name, index) => name !== "" && names.indexOf(name) !== index);
  if (twice) return ofFile(`The column ${twice} is there twice`);
  const filled = body.filter(({ record }) => record.some((cell) => cell !== ""));
  if (filled.length === 0) return ofFile("There is no row under the column names");
  if (filled.length > mostRows) return ofFile(`There are ${filled.length} rows; one file may have ${mostRows}`);
  const problems = filled.filter(({ record }) => record.length > names.length && record.slice(names.length).some((cell) => cell !== "")).map(
    ({ info }): Problem<Column> => ({ line: info.lines, column: "row", found: null, reason: "The row has more cells than there are columns: is a comma missing its quotation marks?" }),
  );
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    rows: filled.map(({ record, info }) => ({
      line: info.lines,
      cells: Object.fromEntries(columns.map((column) => [column, record[names.indexOf(column)] ?? ""])) as Record<Column, string>,
    })),
  };
}

/** The separator that the line of column names uses most. */
function delimiterOf(text: string): string {
  const first = text.slice(0, text.indexOf("\n") < 0 ? undefined : text.indexOf("\n"));
  const counts = [",", ";", "\t"].map((separator) => ({ separator, count: first.split(separator).length - 1 }));
  return counts.sort((a, b) => b.count - a.count)[0]?.separator ?? ",";
}

/** A day typed as 2026-11-24 or 24/11/2026 as an ISO day, or null when it is no real day. */
export function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : british ? [british[3], british[2], british[1]] : [];
  if (!year || !month || !day) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) && date.getUTCFullYear() === Number(year);
  return real ? date.toISOString().slice(0, 10) : null;
}
