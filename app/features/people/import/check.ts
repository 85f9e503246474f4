import { z } from "zod";
import { factsOf, POST_KINDS, postKinds, type PostKind } from "../posts";
import { classOf, readDay, type Column, type Problem, type TypedRow } from "./read";

/** What the register holds now, as far as a file about one region can touch it. */
export interface RegisterNow {
  readonly regionName: string;
  readonly authorities: readonly { readonly id: string; readonly name: string; readonly codeGss: string; readonly codeDfe: string; readonly ours: boolean }[];
  readonly people: readonly { readonly id: string; readonly email: string; readonly name: string; readonly left: boolean }[];
  readonly posts: readonly { readonly id: string; readonly kind: string; readonly title: string; readonly authorityId: string | null }[];
  readonly holdings: readonly { readonly postId: string; readonly personId: string; readonly email: string; readonly to: string | null }[];
}

/** One row, understood. Days are ISO; `from` null means from the moment of applying. */
export interface PlannedRow {
  readonly line: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly kind: PostKind;
  readonly title: string;
  readonly authorityId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** The person holds the post already: nothing to do. */
  readonly unchanged: boolean;
}

export interface Checked {
  readonly rows: readonly PlannedRow[];
  readonly problems: readonly Problem[];
  readonly counts: { readonly rows: number; readonly newPeople: number; readonly newPosts: number; readonly newHoldings: number; readonly unchanged: number };
}

const address = z.email();
const fold = (text: string) => text.toLowerCase().replace(/[’']/g, "'").replace(/\s+/g, " ").trim();
const kindsByWord = new Map<string, PostKind>(postKinds.flatMap((kind) => [[kind, kind], [fold(POST_KINDS[kind].label), kind]] as const));

/** Reads every row against the register. Pure: the same file and register give the same answer, and nothing is written. */
export function check(typed: readonly TypedRow[], register: RegisterNow): Checked {
  const problems: Problem[] = [];
  const rows = typed.flatMap((row) => {
    const read = readRow(row, register);
    problems.push(...read.problems);
    return read.row ? [read.row] : [];
  });
  problems.push(...clashes(rows, register));
  problems.sort((a, b) => a.line - b.line);
  const known = new Set(register.people.map((person) => person.email));
  const postKey = (row: Pick<PlannedRow, "kind" | "title" | "authorityId">) => `${row.kind} ${row.authorityId ?? ""} ${factsOf(row.kind)?.single ? "" : fold(row.title)}`;
  const posts = new Set(register.posts.map((post) => `${post.kind} ${post.authorityId ?? ""} ${factsOf(post.kind)?.single ? "" : fold(post.title)}`));
  return {
    rows,
    problems,
    counts: {
      rows: typed.length,
      newPeople: new Set(rows.map((row) => row.email).filter((email) => !known.has(email))).size,
      newPosts: new Set(rows.map(postKey).filter((key) => !posts.has(key))).size,
      newHoldings: rows.filter((row) => !row.unchanged).length,
      unchanged: rows.filter((row) => row.unchanged).length,
    },
  };
}

function readRow({ line, cells }: TypedRow, register: RegisterNow): { row: PlannedRow | null; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (column: Column, reason: string) => problems.push({ line, column, found: classOf(cells[column]), reason });
  const email = cells.email.toLowerCase();
  if (cells.name === "") wrong("name", "The name is missing");
  else if (cells.name.length > 120) wrong("name", "The name is longer than 120 characters");
  if (email === "") wrong("email", "The email address is missing");
  else if (!address.safeParse(email).success) wrong("email", "This is not an email address");
  if (cells.phone.length > 40) wrong("phone", "The telephone number is longer than 40 characters");
  if (cells.title.length > 120) wrong("title", "The title is longer than 120 characters");
  const person = register.people.find((one) => one.email === email);
  if (person?.left) wrong("email", "This address belongs to somebody who has left. Bring them back on their own page first");
  const kind = kindsByWord.get(fold(cells.post));
  if (!kind) wrong("post", cells.post === "" ? "The post is missing" : "No kind of post has this name");
  const authorityId = kind ? placeOf(kind, cells.authority, register, (reason) => wrong("authority", reason)) : null;
  const day = (column: "from" | "to") => {
    if (cells[column] === "") return null;
    const read = readDay(cells[column]);
    if (!read) wrong(column, "This is not a day. Write it as 24/11/2026 or 2026-11-24");
    return read;
  };
  const [from, to] = [day("from"), day("to")];
  if (from && to && to < from) wrong("to", "The holding ends before it begins");
  if (problems.length > 0 || !kind || authorityId === undefined) return { row: null, problems };
  const title = cells.title || POST_KINDS[kind].label;
  const post = register.posts.find((one) => one.kind === kind && one.authorityId === authorityId && (POST_KINDS[kind].single || fold(one.title) === fold(title)));
  const unchanged = post !== undefined && register.holdings.some((holding) => holding.postId === post.id && holding.email === email);
  return { row: { line, name: cells.name, email, phone: cells.phone, kind, title, authorityId, from, to, unchanged }, problems };
}

/** The authority that a cell names; null for a post of the region, undefined when it was refused. */
function placeOf(kind: PostKind, text: string, register: RegisterNow, wrong: (reason: string) => void): string | null | undefined {
  if (POST_KINDS[kind].level === "region") {
    if (text === "" || fold(text) === fold(register.regionName)) return null;
    wrong("This post belongs to the region itself: leave the authority empty");
    return undefined;
  }
  if (text === "") {
    wrong("This post belongs to an authority: say which");
    return undefined;
  }
  const wanted = fold(text);
  const found = register.authorities.filter((one) => [fold(one.name), one.codeGss.toLowerCase(), one.codeDfe.toLowerCase(), one.id].includes(wanted));
  const ours = found.find((one) => one.ours);
  if (ours) return ours.id;
  wrong(found.length > 0 ? `This authority is not in ${register.regionName}` : "No authority has this name or code");
  return undefined;
}

/** What is wrong between rows, or between a row and who holds a post now. */
function clashes(rows: readonly PlannedRow[], register: RegisterNow): Problem[] {
  const problems: Problem[] = [];
  const nameOf = new Map<string, PlannedRow>();
  const seen = new Map<string, PlannedRow>();
  const single = new Map<string, PlannedRow[]>();
  for (const row of rows) {
    const key = `${row.email} ${row.kind} ${row.authorityId ?? ""} ${fold(row.title)}`;
    const before = seen.get(key);
    if (before) problems.push({ line: row.line, column: "row", found: null, reason: `The same person and post as in row ${before.line}` });
    else seen.set(key, row);
    const named = nameOf.get(row.email);
    if (named && fold(named.name) !== fold(row.name)) problems.push({ line: row.line, column: "name", found: "text", reason: `The same email address has another name in row ${named.line}` });
    else if (!named) nameOf.set(row.email, row);
    const known = register.people.find((one) => one.email === row.email);
    if (known && fold(known.name) !== fold(row.name)) problems.push({ line: row.line, column: "name", found: "text", reason: "The register has another name for this email address. Change it on the person's page first" });
    if (!POST_KINDS[row.kind].single || before) continue;
    const place = `${row.kind} ${row.authorityId ?? ""}`;
    const overlapping = (single.get(place) ?? []).find((other) => other.email !== row.email && overlap(other, row));
    if (overlapping) problems.push({ line: row.line, column: "post", found: "text", reason: `This post has one holder at a time, and row ${overlapping.line} gives it to somebody else` });
    single.set(place, [...(single.get(place) ?? []), row]);
    const post = register.posts.find((one) => one.kind === row.kind && one.authorityId === row.authorityId);
    const holder = post && register.holdings.find((one) => one.postId === post.id && one.email !== row.email && (one.to === null || row.from === null || one.to > row.from));
    if (holder) problems.push({ line: row.line, column: "post", found: "text", reason: "Somebody else holds this post. Hand it over on the post's own page" });
  }
  return problems;
}

/** Whether two holdings share a day; no first day is always already, no last day is never over. */
function overlap(one: PlannedRow, other: PlannedRow): boolean {
  return (one.to === null || other.from === null || one.to > other.from) && (other.to === null || one.from === null || other.to > one.from);
}
