import { createHash, randomUUID } from "node:crypto";
import path from "node:path";
import { fileTypeFromBuffer } from "file-type";

import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { deleteFile, isStorageFull, putFile, readFile } from "~/platform/files.server";
import { settings } from "~/platform/settings.server";
import { Refusal } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import { atTheDesk } from "./statement.server";

/** What may be attached to the position statement: found in the file's content, never taken from its name. */
const ALLOWED: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  "application/vnd.oasis.opendocument.text": "odt",
};

export const ALLOWED_WORDS = "PDF, Word, Excel, PowerPoint or OpenDocument text";
export const ACCEPT = ".pdf,.docx,.xlsx,.pptx,.odt";
const MOST_FILES = 20;

/** The largest file, in bytes. */
export function largestFile(): number {
  return settings().UPLOAD_LIMIT_MB * 1024 * 1024;
}

export type FileDone = { readonly kind: "saved"; readonly id: string } | { readonly kind: "refused"; readonly reason: string };

/** Attaches a file to the statement. A refusal leaves nothing behind. */
export async function addFile(given: { readonly visitId: string; readonly actor: Actor; readonly file: File | null }): Promise<FileDone> {
  const { visitId, file } = given;
  if (!file || file.name === "") return { kind: "refused", reason: "no-file" };
  if (file.size === 0) return { kind: "refused", reason: "file-empty" };
  if (file.size > largestFile()) return { kind: "refused", reason: "file-too-big" };
  const content = new Uint8Array(await file.arrayBuffer());
  const type = (await fileTypeFromBuffer(content))?.mime;
  const extension = type && ALLOWED[type];
  if (!type || !extension) return { kind: "refused", reason: "file-type" };
  const allowed = await atTheDesk<FileDone>(given, async (tx) => {
    if ((await tx.visitFile.count({ where: { visitId, removedAt: null } })) >= MOST_FILES) throw new Refusal("too-many-files");
    return { kind: "saved", id: "" };
  });
  if (allowed.kind === "refused") return allowed;
  const storageKey = `visits/${visitId}/${randomUUID()}.${extension}`;
  try {
    await putFile(storageKey, content);
  } catch (error) {
    if (isStorageFull(error)) return { kind: "refused", reason: "storage-full" };
    throw error;
  }
  const sha256 = createHash("sha256").update(content).digest("hex");
  const added = await atTheDesk<FileDone>(given, async (tx, personId) => {
    // The same file under the same name sent twice is one file.
    const there = await tx.visitFile.findFirst({ where: { visitId, sha256, name: plainName(file.name, extension), removedAt: null }, select: { id: true } });
    if (there) return { kind: "saved", id: there.id };
    const row = await tx.visitFile.create({
      data: { visitId, name: plainName(file.name, extension), type, size: content.byteLength, sha256, storageKey, uploadedById: personId, uploadedAt: now() },
      select: { id: true },
    });
    return { kind: "saved", id: row.id };
  });
  const kept = added.kind === "refused" ? 0 : await db.visitFile.count({ where: { storageKey } });
  if (kept === 0) await deleteFile(storageKey);
  return added;
}

/** The file's own name without folders and control characters, ending as its content says. */
export function plainName(name: string, extension: string): string {
  const base = path.basename(name.replace(/\\/g, "/")).replace(/\p{Cc}|["<>|:*?]/gu, "").replace(/\.[^.]*$/, "").trim().slice(0, 120);
  return `${base || "statement"}.${extension}`;
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
