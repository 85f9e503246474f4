import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { versionsFor } from "./access.server";
import { documentContent, type DocumentContent } from "./content";
import { namesOf, type Head } from "./queries.server";
import { noteReading } from "./sharing.server";

export interface ReadVersion {
  readonly version: number;
  readonly content: DocumentContent;
  readonly sha256: string;
  readonly signedAt: Date;
  readonly submittedAt: Date | null;
  readonly sharedAt: Date | null;
  readonly voidedAt: Date | null;
  readonly endorsements: readonly { readonly role: string; readonly by: string; readonly at: Date }[];
}

/**
 * A frozen version as this person may read it, or null. Somebody outside the authority reading it is
 * written down for its owner.
 */
export async function readVersion(actor: SignedIn, head: Head, { version, how }: { version?: number | undefined; how: "page" | "word" | "none" }): Promise<ReadVersion | null> {
  const row = await db.documentVersion.findFirst({
    where: { AND: [{ selfAssessmentId: head.id, ...(version === undefined ? {} : { version }) }, versionsFor(head.standing, head.state)] },
    orderBy: { version: "desc" },
    include: { endorsements: { orderBy: { at: "asc" } } },
  });
  if (!row) return null;
  if (head.standing !== "inside" && how !== "none") await noteReading({ selfAssessmentId: head.id, personId: actor.personId, version: row.version, how });
  const names = await namesOf(row.endorsements.map((endorsement) => endorsement.personId));
  return {
    version: row.version,
    content: documentContent.parse(row.content),
    sha256: row.sha256,
    signedAt: row.signedAt,
    submittedAt: row.submittedAt,
    sharedAt: row.sharedAt,
    voidedAt: row.voidedAt,
    endorsements: row.endorsements.map(({ role, personId, at }) => ({ role, by: names[personId] ?? "", at })),
  };
}

export interface VersionRow {
  readonly version: number;
  readonly sha256: string;
  readonly signedBy: string;
  readonly signedAt: Date;
  readonly submittedAt: Date | null;
  readonly sharedAt: Date | null;
  readonly voidedAt: Date | null;
}

/** Every version this person may read, newest first. */
export async function versionList(head: Head): Promise<readonly VersionRow[]> {
  const rows = await db.documentVersion.findMany({
    where: { AND: [{ selfAssessmentId: head.id }, versionsFor(head.standing, head.state)] },
    orderBy: { version: "desc" },
    select: { version: true, sha256: true, signedById: true, signedAt: true, submittedAt: true, sharedAt: true, voidedAt: true },
  });
  const names = await namesOf(rows.map((row) => row.signedById));
  return rows.map(({ signedById, ...row }) => ({ ...row, signedBy: names[signedById] ?? "" }));
}

export interface Reading {
  readonly id: string;
  readonly who: string;
  readonly version: number;
  readonly how: string;
  readonly at: Date;
}

/** Who outside the authority has read it, newest first. For its owner. */
export async function readingsOf(id: string): Promise<readonly Reading[]> {
  const rows = await db.documentRead.findMany({ where: { selfAssessmentId: id }, orderBy: { at: "desc" }, take: 500 });
  const names = await namesOf(rows.map((row) => row.personId));
  return rows.map(({ id: readId, personId, version, how, at }) => ({ id: readId, who: names[personId] ?? "", version, how, at }));
}

export interface CommentShown {
  readonly id: string;
  readonly chapterId: string | null;
  readonly version: number;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}

/** The moderators' comments, in the order they were made. */
export async function commentsOn(id: string): Promise<readonly CommentShown[]> {
  const rows = await db.moderationComment.findMany({ where: { selfAssessmentId: id }, orderBy: { at: "asc" } });
  const names = await namesOf(rows.map((row) => row.byId));
  return rows.map(({ id: commentId, chapterId, version, text, byId, at }) => ({ id: commentId, chapterId, version, text, by: names[byId] ?? "", at }));
}
