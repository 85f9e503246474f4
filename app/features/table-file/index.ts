// Reading tables that people send in from their spreadsheets: for whoever takes such a file.
export { classOf, decode, mostBytes, mostRows, readDay, readTable, type Layout, type Problem, type ReadFile, type TypedRow, type ValueClass } from "./read";
export { digestOf, isDigestOf, type CheckedFile } from "./digest.server";
