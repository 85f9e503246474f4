import { createHash, randomUUID } from "node:crypto";
import path from "node:path";
import { fileTypeFromBuffer } from "file-type";

import { deleteFile, isStorageFull, putFile } from "./files.server";
import { settings } from "./settings.server";

/** What may be attached: found in the file's content, never taken from its name or the browser. */
const ALLOWED: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "image/png": "png",
  "image/jpeg": "jpg",
};

/** As people read it, for the hint and the error. */
export const ALLOWED_WORDS = "PDF, Word, Excel, PowerPoint, OpenDocument text or spreadsheet, PNG or JPEG";
export const ACCEPT = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.png,.jpg,.jpeg";

/** The largest file, in bytes. */
export function largestFile(): number {
  return settings().UPLOAD_LIMIT_MB * 1_000_000;
}

/** A file as it is kept: where, and what it is. */
export interface StoredFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly storageKey: string;
}

export type FileRefused = { readonly kind: "refused"; readonly reason: "no-file" | "file-empty" | "file-too-big" | "file-type" | "storage-full" };

/** A file that may be attached, with what it is; nothing is stored yet. */
export async function checkedFile(file: File | null): Promise<{ readonly kind: "checked"; readonly content: Uint8Array; readonly about: Omit<StoredFile, "storageKey">; readonly extension: string } | FileRefused> {
  if (!file || file.name === "") return { kind: "refused", reason: "no-file" };
  if (file.size === 0) return { kind: "refused", reason: "file-empty" };
  if (file.size > largestFile()) return { kind: "refused", reason: "file-too-big" };
  const content = new Uint8Array(await file.arrayBuffer());
  const type = (await fileTypeFromBuffer(content))?.mime;
  const extension = type && ALLOWED[type];
  if (!type || !extension) return { kind: "refused", reason: "file-type" };
  return { kind: "checked", content, extension, about: { name: plainName(file.name, extension), type, size: content.byteLength, sha256: createHash("sha256").update(content).digest("hex") } };
}

/**
 * Stores a checked file in a folder and hands it to `keep`, which says whether a row now names it; what no
 * row names is taken away again.
 */
export async function storeFile<Done>(folder: string, checked: { readonly content: Uint8Array; readonly about: Omit<StoredFile, "storageKey">; readonly extension: string }, keep: (file: StoredFile) => Promise<{ readonly done: Done; readonly kept: boolean }>): Promise<Done | FileRefused> {
  const storageKey = `${folder}/${randomUUID()}.${checked.extension}`;
  try {
    await putFile(storageKey, checked.content);
  } catch (error) {
    if (isStorageFull(error)) return { kind: "refused", reason: "storage-full" };
    throw error;
  }
  let kept = false;
  try {
    const ended = await keep({ ...checked.about, storageKey });
    kept = ended.kept;
    return ended.done;
  } finally {
    if (!kept) await deleteFile(storageKey);
  }
}

/** The file's own name without folders and control characters, ending as its content says. */
export function plainName(name: string, extension: string): string {
  const base = path.basename(name.replace(/\\/g, "/")).replace(/\p{Cc}|["<>|:*?]/gu, "").replace(/\.[^.]*$/, "").trim().slice(0, 120);
  return `${base || "evidence"}.${extension}`;
}
