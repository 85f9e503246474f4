import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";
import { isTeam, readsFinal, readsSent, type LetterStanding } from "./access";
import { letterContent, type LetterContent } from "./content";

export interface ReadableVersion {
  readonly id: string;
  readonly version: number;
  readonly kind: "sentForCheck" | "final";
  readonly content: LetterContent;
  readonly sha256: string;
  readonly at: Date;
  readonly by: string;
}

export type ReadHow = "page" | "word" | "pdf" | "none";

/** Which frozen versions somebody may read. */
function versionsFor(standing: LetterStanding): Prisma.LetterVersionWhereInput {
  const kinds = [...(readsSent(standing) ? ["sentForCheck"] : []), ...(readsFinal(standing) ? ["final"] : [])];
  return { kind: { in: kinds } };
}

const select = { id: true, version: true, kind: true, content: true, sha256: true, at: true, byId: true } as const;

/**
 * A frozen version as this person may read it, or null: the final one unless another is asked for. Whoever
 * of the authority or the region opens it is written down.
 */
export async function readLetter(
  actor: SignedIn,
  record: LetterStanding & { readonly id: string },
  { version, kind, how }: { readonly version?: number | undefined; readonly kind?: "sentForCheck" | "final"; readonly how: ReadHow },
): Promise<ReadableVersion | null> {
  const row = await db.letterVersion.findFirst({
    where: { AND: [{ recordId: record.id, ...(version === undefined ? {} : { version }), ...(kind === undefined ? {} : { kind }) }, versionsFor(record)] },
    orderBy: { version: "desc" },
    select,
  });
  if (!row) return null;
  if (how !== "none" && !isTeam(record)) await noteRead({ recordId: record.id, personId: actor.personId, version: row.version, how });
  return shown(row, (await namesOf([row.byId])).get(row.byId) ?? "");
}

/** Every version this person may read, newest first. */
export async function letterVersions(record: LetterStanding & { readonly id: string }): Promise<readonly ReadableVersion[]> {
  const rows = await db.letterVersion.findMany({ where: { AND: [{ recordId: record.id }, versionsFor(record)] }, orderBy: { version: "desc" }, select });
  const names = await namesOf(rows.map(({ byId }) => byId));
  return rows.map((row) => shown(row, names.get(row.byId) ?? ""));
}

type Row = Prisma.LetterVersionGetPayload<{ select: typeof select }>;

function shown({ byId: _byId, content, kind, ...row }: Row, by: string): ReadableVersion {
  return { ...row, kind: kind as ReadableVersion["kind"], content: letterContent.parse(content), by };
}

/** Opening it again within five minutes, in the same way, counts once. */
async function noteRead(read: { readonly recordId: string; readonly personId: string; readonly version: number; readonly how: string }): Promise<void> {
  const at = now();
  const since = new Date(at.getTime() - 5 * 60_000);
  await db.$executeRaw`
    INSERT INTO letter_read (record_id, version, person_id, how, at)
    SELECT ${read.recordId}::uuid, ${read.version}, ${read.personId}::uuid, ${read.how}, ${at}
     WHERE NOT EXISTS (SELECT 1 FROM letter_read WHERE record_id = ${read.recordId}::uuid AND person_id = ${read.personId}::uuid
                          AND version = ${read.version} AND how = ${read.how} AND at > ${since})`;
}

export interface Seen {
  readonly id: string;
  readonly who: string;
  readonly version: number;
  readonly how: string;
  readonly at: Date;
}

/** Who has opened it, newest first. */
export async function seenBy(recordId: string): Promise<readonly Seen[]> {
  const rows = await db.letterRead.findMany({ where: { recordId }, orderBy: [{ at: "desc" }, { id: "desc" }], take: 500 });
  const names = await namesOf(rows.map((row) => row.personId));
  return rows.map(({ id, personId, version, how, at }) => ({ id, who: names.get(personId) ?? "", version, how, at }));
}

/** Names of people by id. */
export async function namesOf(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const people = await db.person.findMany({ where: { id: { in: [...new Set(ids.flatMap((id) => id ?? []))] } }, select: { id: true, name: true } });
  return new Map(people.map((person) => [person.id, person.name]));
}
