import { gzipSync } from "node:zlib";

/** Smaller by a hair at 9, and slower by half. */
const level = 5;

/**
 * A page that is drawn as a whole before it is sent, compressed in one go: for its few kilobytes a stream
 * through the compression middleware takes longer than the drawing. Where the browser takes no gzip it goes as it is.
 */
export function wholePage(html: string, request: Request, { status, headers }: { status: number; headers: Headers }): Response {
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.append("Vary", "Accept-Encoding");
  if (!takesGzip(request)) return new Response(html, { status, headers });
  headers.set("Content-Encoding", "gzip");
  return new Response(gzipSync(html, { level }), { status, headers });
}

function takesGzip(request: Request): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s|,|$))/i.test(request.headers.get("accept-encoding") ?? "");
}
