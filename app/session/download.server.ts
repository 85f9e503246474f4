import type { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";

/** For whoever asked alone, kept by nothing in between, and taken by the browser for nothing but its type. */
const forThemAlone = { "X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store" };

/** A file that somebody attached, always as a download: nothing in it can run as a page of ours. */
export function attachedFile(file: { readonly name: string; readonly type: string; readonly size: number; readonly stream: Readable }): Response {
  return new Response(createReadableStreamFromReadable(file.stream), {
    headers: {
      ...forThemAlone,
      "Content-Type": file.type,
      "Content-Length": String(file.size),
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "Content-Security-Policy": "sandbox; default-src 'none'",
    },
  });
}

/** A table for a spreadsheet program, as a download whose name is made of these words. */
export function csvFile(words: string, table: string): Response {
  const name = words.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return new Response(table, { headers: { ...forThemAlone, "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${name}.csv"` } });
}
