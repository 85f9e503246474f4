import { inflateRawSync } from "node:zlib";

/** The main part of a Word file, out of its archive. */
export const mainPart = (file: Buffer): string => partOf(file, "word/document.xml");

/** What each style of a Word file means. */
export const stylesPart = (file: Buffer): string => partOf(file, "word/styles.xml");

function partOf(file: Buffer, wanted: string): string {
  for (let at = file.indexOf("PK\u0003\u0004"); at >= 0; at = file.indexOf("PK\u0003\u0004", at + 4)) {
    const name = file.toString("latin1", at + 30, at + 30 + file.readUInt16LE(at + 26));
    if (name !== wanted) continue;
    const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
    return inflateRawSync(file.subarray(start), { finishFlush: 2 }).toString("utf8");
  }
  throw new Error(`the file has no ${wanted}`);
}
