import { checkedFile, storeFile } from "~/platform/attached-file.server";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { readFile } from "~/platform/files.server";
import { Refusal } from "~/workflow/acting.server";
import type { Actor, SignedIn } from "~/workflow/actor.server";
import { inTransaction, undo } from "~/workflow/transaction.server";
import { namesOf, type Head } from "./queries.server";
import { noteReading } from "./sharing.server";
import { openDesk } from "./writable.server";

/** Most files on one self-assessment. */
const MOST_FILES = 60;

export type FileAdded = { readonly kind: "saved"; readonly id: string } | { readonly kind: "refused"; readonly reason: string };

/**
 * Attaches a file while the document is being written. What it is is found in its content.
 * Refused: "no-file", "file-empty", "file-too-big", "file-type", "too-many-files", "storage-full",
 * "not-your-role", "not-being-written".
 */
export async function addEvidence(given: { readonly selfAssessmentId: string; readonly actor: Actor; readonly file: File | null; readonly questionId?: string | undefined }): Promise<FileAdded> {
  const { selfAssessmentId, file, actor } = given;
  const checked = await checkedFile(file);
  if (checked.kind === "refused") return checked;
  // Asked before anything is stored, and again with the row: a refusal leaves nothing behind.
  const allowed = await mayAttach({ selfAssessmentId, actor });
  if (allowed.kind === "refused") return allowed;
  return storeFile<FileAdded>(`evidence/${selfAssessmentId}`, checked, async (stored) => {
    let kept = false;
    const done = await inTransaction<FileAdded>(async (tx) => {
      try {
        const desk = await openDesk(tx, { selfAssessmentId, actor });
        // The same file sent twice, even at once, is one file; the copy just stored is not kept.
        await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`evidence ${selfAssessmentId}`}, 0))::text`;
        const there = await tx.evidenceFile.findFirst({ where: { selfAssessmentId, sha256: stored.sha256, name: stored.name, removedAt: null }, select: { id: true } });
        if (there) return { kind: "saved", id: there.id };
        const row = await tx.evidenceFile.create({ data: { selfAssessmentId, questionId: given.questionId ?? null, ...stored, uploadedById: desk.personId, uploadedAt: now() }, select: { id: true } });
        kept = true;
        return { kind: "saved", id: row.id };
      } catch (error) {
        if (error instanceof Refusal) return undo({ kind: "refused", reason: error.reason });
        throw error;
      }
    });
    return { done, kept };
  });
}

function mayAttach(given: { readonly selfAssessmentId: string; readonly actor: Actor }): Promise<FileAdded> {
  return inTransaction<FileAdded>(async (tx) => {
    try {
      await openDesk(tx, given);
      const files = await tx.evidenceFile.count({ where: { selfAssessmentId: given.selfAssessmentId, removedAt: null } });
      return files >= MOST_FILES ? { kind: "refused", reason: "too-many-files" } : { kind: "saved", id: "" };
    } catch (error) {
      if (error instanceof Refusal) return undo({ kind: "refused", reason: error.reason });
      throw error;
    }
  });
}

/** Takes a file off the draft. Versions that were signed with it keep it: they must read the same for ever. */
export function removeEvidence(given: { readonly selfAssessmentId: string; readonly actor: Actor; readonly fileId: string }): Promise<FileAdded> {
  return inTransaction<FileAdded>(async (tx) => {
    try {
      await openDesk(tx, given);
      const removed = await tx.evidenceFile.updateMany({
        where: { id: given.fileId, selfAssessmentId: given.selfAssessmentId, removedAt: null },
        data: { removedAt: now() },
      });
      if (removed.count === 0) throw new Refusal("no-such-file");
      return { kind: "saved", id: given.fileId };
    } catch (error) {
      if (error instanceof Refusal) return undo({ kind: "refused", reason: error.reason });
      throw error;
    }
  });
}

export interface EvidenceRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly by: string;
  readonly at: Date;
}

/** The files attached to the draft, oldest first. */
export async function evidenceOf(id: string): Promise<readonly EvidenceRow[]> {
  const rows = await db.evidenceFile.findMany({ where: { selfAssessmentId: id, removedAt: null }, orderBy: { uploadedAt: "asc" } });
  const names = await namesOf(rows.map((row) => row.uploadedById));
  return rows.map((row) => ({ id: row.id, name: row.name, type: row.type, size: row.size, sha256: row.sha256, by: names[row.uploadedById] ?? "", at: row.uploadedAt }));
}

/**
 * A file to hand out, or null: the authority's own people any, everybody else those of a version they
 * may read. A reading by somebody outside is written down.
 */
export async function evidenceToRead(actor: SignedIn, head: Head, fileId: string, versionFiles: readonly { readonly id: string }[], version: number | null) {
  const row = await db.evidenceFile.findFirst({ where: { id: fileId, selfAssessmentId: head.id } });
  if (!row) return null;
  if (head.standing !== "inside") {
    if (version === null || !versionFiles.some((file) => file.id === fileId)) return null;
    await noteReading({ selfAssessmentId: head.id, personId: actor.personId, version, how: "evidence" });
  }
  return { name: row.name, type: row.type, size: row.size, stream: await readFile(row.storageKey) };
}
