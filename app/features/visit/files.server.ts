import { checkedFile, storeFile } from "~/platform/attached-file.server";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { readFile } from "~/platform/files.server";
import { Refusal } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import { atTheDesk } from "./statement.server";

const MOST_FILES = 20;

export type FileDone = { readonly kind: "saved"; readonly id: string } | { readonly kind: "refused"; readonly reason: string };

/** Attaches a file to the statement. A refusal leaves nothing behind. */
export async function addFile(given: { readonly visitId: string; readonly actor: Actor; readonly file: File | null }): Promise<FileDone> {
  const { visitId, file } = given;
  const checked = await checkedFile(file);
  if (checked.kind === "refused") return checked;
  const allowed = await atTheDesk<FileDone>(given, async (tx) => {
    if ((await tx.visitFile.count({ where: { visitId, removedAt: null } })) >= MOST_FILES) throw new Refusal("too-many-files");
    return { kind: "saved", id: "" };
  });
  if (allowed.kind === "refused") return allowed;
  return storeFile<FileDone>(`visits/${visitId}`, checked, async (stored) => {
    const done = await atTheDesk<FileDone>(given, async (tx, personId) => {
      // The same file under the same name sent twice is one file.
      const there = await tx.visitFile.findFirst({ where: { visitId, sha256: stored.sha256, name: stored.name, removedAt: null }, select: { id: true } });
      if (there) return { kind: "saved", id: there.id };
      return { kind: "saved", ...(await tx.visitFile.create({ data: { visitId, ...stored, uploadedById: personId, uploadedAt: now() }, select: { id: true } })) };
    });
    return { done, kept: (await db.visitFile.count({ where: { storageKey: stored.storageKey } })) > 0 };
  });
}

/** Takes a file off the statement. */
export function removeFile(given: { readonly visitId: string; readonly actor: Actor; readonly fileId: string }): Promise<FileDone> {
  return atTheDesk<FileDone>(given, async (tx) => {
    const removed = await tx.visitFile.updateMany({ where: { id: given.fileId, visitId: given.visitId, removedAt: null }, data: { removedAt: now() } });
    if (removed.count === 0) throw new Refusal("no-such-file");
    return { kind: "saved", id: given.fileId };
  });
}

export interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly by: string;
  readonly at: Date;
}

/** The files of the statement, oldest first; for those outside the host only what was there when it was shared. */
export async function filesOf(visitId: string, sharedAt?: Date | null): Promise<readonly FileRow[]> {
  const rows = await db.visitFile.findMany({ where: { visitId, removedAt: null, ...(sharedAt ? { uploadedAt: { lte: sharedAt } } : {}) }, orderBy: { uploadedAt: "asc" } });
  const people = await db.person.findMany({ where: { id: { in: rows.map((row) => row.uploadedById) } }, select: { id: true, name: true } });
  return rows.map((row) => ({ id: row.id, name: row.name, size: row.size, at: row.uploadedAt, by: people.find(({ id }) => id === row.uploadedById)?.name ?? "" }));
}

/** A file to hand out, or null. The caller has asked whether this person reads the statement. */
export async function fileToRead(visitId: string, fileId: string, sharedAt?: Date | null) {
  const row = await db.visitFile.findFirst({ where: { id: fileId, visitId, removedAt: null, ...(sharedAt ? { uploadedAt: { lte: sharedAt } } : {}) } });
  return row && { name: row.name, type: row.type, size: row.size, stream: await readFile(row.storageKey) };
}
