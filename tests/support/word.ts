import { inflateRawSync } from "node:zlib";

/** The main part of a Word file, out of its archive. */
export const mainPart = (file: Buffer): string => partOf(file, "word/document.xml");

/** What each style of a Word file means. */
export const stylesPart = (file: Buffer): string => partOf(file, "word/styles.xml");

/** Every part of a Word file by its name. */
export function partsOf(file: Buffer): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  // By the directory at the end, as a word processor reads it: what it does not list is not there.
  const end = file.lastIndexOf("PK\u0005\u0006");
  if (end < 0) throw new Error("the file is no archive");
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameLength, extraLength, commentLength, local] = [file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32), file.readUInt32LE(at + 42)];
    const name = file.toString("utf8", at + 46, at + 46 + nameLength);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(start, start + size);
    parts.set(name, (file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString("utf8"));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return parts;
}

function partOf(file: Buffer, wanted: string): string {
  const part = partsOf(file).get(wanted);
  if (part === undefined) throw new Error(`the file has no ${wanted}`);
  return part;
}

/** Throws unless every element that is opened is closed, in order. */
export function expectWellFormed(name: string, xml: string): void {
  const open: string[] = [];
  for (const [, closing, tag = "", self] of xml.replace(/<\?[^]*?\?>|<!--[^]*?-->/g, "").matchAll(/<(\/?)([\w:.-]+)(?:\s+[\w:.-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (self) continue;
    if (!closing) open.push(tag);
    else if (open.pop() !== tag) throw new Error(`${name} closes <${tag}> out of order`);
  }
  if (open.length > 0) throw new Error(`${name} leaves <${open.join("> <")}> open`);
  const bare = xml.replace(/<[^>]*>/g, "");
  if (/[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(bare)) throw new Error(`${name} has a bare sign`);
}
