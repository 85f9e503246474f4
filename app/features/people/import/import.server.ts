import { digestOf as digestOfFile, isDigestOf as isDigestOfFile } from "~/features/table-file";
import { now } from "~/platform/clock.server";
import type { SignedIn } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction, undo } from "~/workflow/transaction.server";
import { noteChange } from "../changes.server";
import { appointInTransaction, createInTransaction } from "../holdings.server";
import { dayInLondon } from "../letters.server";
import { addInTransaction } from "../people.server";
import { factsOf } from "../posts";
import { refusalWords } from "../refusals";
import { keepsRegister, postsOf } from "../rights.server";
import { beginningOfDay, momentOrNow } from "../when";
import { check, type Checked, type PlannedRow, type RegisterNow } from "./check";
import { readRows, type Problem } from "./read";

/** What a dry run found. `digest` stands for exactly this text, region and person; applying asks for it. */
export type DryRun =
  | { readonly kind: "checked"; readonly problems: readonly Problem[]; readonly counts: Checked["counts"] | null; readonly digest: string }
  | { readonly kind: "refused"; readonly reason: "not-yours" };

export type Applied =
  | { readonly kind: "applied"; readonly counts: Checked["counts"] }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] }
  | { readonly kind: "refused"; readonly reason: "not-yours" | "not-the-checked-file" };

interface Import {
  readonly text: string;
  readonly regionId: string;
  readonly actor: SignedIn;
}

/** Reads a file and says what it would do and every row that is wrong. Nothing is written. */
export function dryRun(file: Import): Promise<DryRun> {
  return inTransaction(async (tx) => {
    if (!keepsRegister(await postsOf(tx, file.actor), file.regionId)) return { kind: "refused", reason: "not-yours" };
    const read = readRows(file.text);
    if (!read.ok) return { kind: "checked", problems: read.problems, counts: null, digest: digestOf(file) };
    const { problems, counts } = check(read.rows, await registerNow(tx, file.regionId));
    return { kind: "checked", problems, counts, digest: digestOf(file) };
  });
}

/**
 * Applies a file that was checked: every row or none. The file is checked again first, since the
 * register may have changed meanwhile.
 * @param tell whether each person is emailed about their new posts
 */
export function applyImport(file: Import & { readonly digest: string; readonly tell: boolean }): Promise<Applied> {
  return inTransaction(async (tx): Promise<Applied> => {
    if (!keepsRegister(await postsOf(tx, file.actor), file.regionId)) return { kind: "refused", reason: "not-yours" };
    if (!isDigestOf(file, file.digest)) return { kind: "refused", reason: "not-the-checked-file" };
    // One import of a region at a time: two files at once could each be right and both be wrong.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import ${file.regionId}`}, 0))::text`;
    const read = readRows(file.text);
    if (!read.ok) return { kind: "problems", problems: read.problems };
    const { rows, problems, counts } = check(read.rows, await registerNow(tx, file.regionId));
    if (problems.length > 0) return { kind: "problems", problems };
    for (const row of rows) {
      if (row.unchanged) continue;
      const problem = await applyRow(tx, row, file);
      if (problem) undo({ kind: "problems", problems: [problem] } satisfies Applied);
    }
    await noteChange(tx, file.actor, "people.imported", { regionId: file.regionId, rows: counts.rows, people: counts.newPeople, posts: counts.newPosts, holdings: counts.newHoldings });
    return { kind: "applied", counts };
  });
}

async function applyRow(tx: Tx, row: PlannedRow, { regionId, actor, tell }: { regionId: string; actor: SignedIn; tell: boolean }): Promise<Problem | null> {
  const refused = (reason: keyof typeof refusalWords): Problem => ({ line: row.line, column: "row", found: null, reason: refusalWords[reason] });
  const known = await tx.person.findUnique({ where: { email: row.email }, select: { id: true } });
  const person = known ? ({ kind: "done", personId: known.id } as const) : await addInTransaction(tx, row, actor);
  if (person.kind === "refused") return refused(person.reason);
  const { kind, authorityId, title } = row;
  const existing = await tx.post.findFirst({
    where: { kind, regionId, authorityId, ...(factsOf(kind)?.single ? {} : { title: { equals: title, mode: "insensitive" as const } }) },
    select: { id: true },
  });
  const post = existing ? ({ kind: "done", postId: existing.id } as const) : await createInTransaction(tx, { kind, title, regionId, authorityId }, actor);
  if (post.kind === "refused") return refused(post.reason);
  const holding = await appointInTransaction(tx, { postId: post.postId, personId: person.personId, from: momentOrNow(row.from, now()), tell }, actor);
  if (holding.kind === "refused") return refused(holding.reason);
  // The last day counts whole: it ends as the next begins.
  if (row.to) await tx.holding.update({ where: { id: holding.holdingId }, data: { to: new Date(beginningOfDay(row.to).getTime() + 86_400_000) } });
  return null;
}

async function registerNow(tx: Tx, regionId: string): Promise<RegisterNow> {
  const moment = now();
  const region = await tx.region.findUniqueOrThrow({ where: { id: regionId }, select: { name: true } });
  const authorities = await tx.authority.findMany({ select: { id: true, name: true, codeGss: true, codeDfe: true, regionId: true } });
  const people = await tx.person.findMany({ select: { id: true, email: true, name: true, leftAt: true } });
  const posts = await tx.post.findMany({ where: { regionId }, select: { id: true, kind: true, title: true, authorityId: true } });
  const holdings = await tx.holding.findMany({ where: { post: { regionId }, OR: [{ to: null }, { to: { gt: moment } }] }, select: { postId: true, personId: true, to: true, person: { select: { email: true } } } });
  return {
    regionName: region.name,
    authorities: authorities.map(({ regionId: of, ...facts }) => ({ ...facts, ours: of === regionId })),
    people: people.map(({ leftAt, ...facts }) => ({ ...facts, left: leftAt !== null })),
    posts,
    holdings: holdings.map(({ person, to, ...facts }) => ({ ...facts, email: person.email, to: to ? dayInLondon(to) : null })),
  };
}

const checked = ({ text, regionId, actor }: Import) => ({ purpose: "import", regionId, personId: actor.personId, text });

function digestOf(file: Import): string {
  return digestOfFile(checked(file));
}

function isDigestOf(file: Import, digest: string): boolean {
  return isDigestOfFile(checked(file), digest);
}
