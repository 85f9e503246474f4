import { createHmac, timingSafeEqual } from "node:crypto";
import { sessionSecret } from "~/platform/settings.server";

/** A file that somebody had checked: exactly this text, for this purpose, place and person. */
export interface CheckedFile {
  readonly purpose: string;
  readonly regionId: string;
  readonly personId: string;
  readonly text: string;
}

/** Stands for a file that was checked; applying asks for it, so that nobody applies what was not looked at. */
export function digestOf({ purpose, regionId, personId, text }: CheckedFile): string {
  return createHmac("sha256", sessionSecret()).update(JSON.stringify([purpose, regionId, personId, normal(text)])).digest("base64url");
}

export function isDigestOf(file: CheckedFile, digest: string): boolean {
  const [ours, theirs] = [Buffer.from(digestOf(file)), Buffer.from(digest)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

/** The text as it means the same: a browser sends a text area's line breaks in its own way, and drops a leading one. */
function normal(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").trim();
}
