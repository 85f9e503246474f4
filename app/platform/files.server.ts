import { randomUUID } from "node:crypto";
import path from "node:path";
import { Readable } from "node:stream";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { S3Driver } from "flydrive/drivers/s3";
import type { WriteOptions } from "flydrive/types";
import { settings } from "./settings.server";
import { singleton } from "./singleton.server";

/** There is no room for a file; nothing of it is kept. */
export class StorageFull extends Error {
  override readonly name = "StorageFull";
  constructor(cause: unknown) {
    super("the storage for files is full", { cause });
  }
}

/** No file is stored under this key. */
export class FileMissing extends Error {
  override readonly name = "FileMissing";
  constructor(key: string, cause: unknown) {
    super(`no file is stored as ${key}`, { cause });
  }
}

const disk = (): Disk =>
  singleton("files", () => {
    const { DATA_DIR, S3_BUCKET, S3_REGION, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings();
    if (!S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) {
      return new Disk(new FSDriver({ location: path.join(DATA_DIR, "files"), visibility: "private" }));
    }
    return new Disk(
      new S3Driver({
        bucket: S3_BUCKET,
        region: S3_REGION,
        visibility: "private",
        supportsACL: false,
        credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY },
        // Stores other than Amazon's seldom serve a host name per bucket.
        ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT, forcePathStyle: true } : {}),
      }),
    );
  });

/**
 * Stores a file under a key, whole or not at all: it is written beside and then moved.
 * @param key lower-case letters, digits, "-", "/" and "."; made by us, never from a file's own name
 * @throws StorageFull
 */
export async function putFile(key: string, content: Readable | Uint8Array, options: WriteOptions = {}): Promise<void> {
  checkKey(key);
  const unfinished = `unfinished/${randomUUID()}`;
  try {
    if (content instanceof Readable) await disk().putStream(unfinished, content, options);
    else await disk().put(unfinished, content, options);
    await disk().move(unfinished, key);
  } catch (error) {
    await disk().delete(unfinished).catch(() => undefined);
    throw isStorageFull(error) ? new StorageFull(error) : error;
  }
}

/** @throws FileMissing */
export async function readFile(key: string): Promise<Readable> {
  checkKey(key);
  // Asked first: a stream of a missing file would fail only once the answer has begun.
  if (!(await disk().exists(key))) throw new FileMissing(key, undefined);
  return disk().getStream(key);
}

/** Removes a file; one that is not there counts as removed. */
export async function deleteFile(key: string): Promise<void> {
  checkKey(key);
  await disk().delete(key);
}

/** Whether an error means that there is no room left: full disk, used-up quota, or the largest file allowed. */
export function isStorageFull(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 6; cause = cause.cause, depth += 1) {
    if (cause instanceof StorageFull) return true;
    if ("code" in cause && ["ENOSPC", "EDQUOT", "EFBIG"].includes(String(cause.code))) return true;
  }
  return false;
}

function checkKey(key: string): void {
  if (!/^[a-z0-9][a-z0-9./-]*$/.test(key) || key.includes("..")) throw new TypeError("a file's key may have lower-case letters, digits, hyphens, dots and slashes");
}
