import { inflateRawSync } from "node:zlib";

/** The main part of a Word file, out of its archive. */
export function mainPart(file: Buffer): string {
  for (let at = file.indexOf("PK\u0003\u0004"); at >= 0; at = file.indexOf("PK\u0003\u0004", at + 4)) {
    const name = file.toString("latin1", at + 30, at + 30 + file.readUInt16LE(at + 26));
    if (name !== "word/document.xml") continue;
    const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
    return inflateRawSync(file.subarray(start), { finishFlush: 2 }).toString("utf8");
  }
  throw new Error("the file has no main part");
}
