import { createHash } from "node:crypto";

import { canonical } from "./canonical";

/** The fingerprint of a document: sha256 of its content with sorted keys, as hexadecimal. */
export function fingerprint(content: unknown): string {
  return createHash("sha256").update(canonical(content)).digest("hex");
}
