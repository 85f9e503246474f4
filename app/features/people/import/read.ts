import { readTable, type Problem as ProblemIn, type ReadFile, type TypedRow as RowIn } from "~/features/table-file/read";

export { classOf, decode, mostBytes, mostRows, readDay, type ValueClass } from "~/features/table-file/read";

/** Columns of the file, in any order. `authority` is a name, GSS code or DfE code; days are 2026-11-24 or 24/11/2026. */
export const columns = ["name", "email", "phone", "post", "title", "authority", "from", "to"] as const;
export type Column = (typeof columns)[number];
export type TypedRow = RowIn<Column>;
export type Problem = ProblemIn<Column>;

/** The rows of a file about people and posts. What cannot be read as a table is one problem of the file. */
export function readRows(text: string): ReadFile<Column> {
  return readTable(text, { columns, needed: ["name", "email", "post"], rows: "a line for each person and post" });
}
