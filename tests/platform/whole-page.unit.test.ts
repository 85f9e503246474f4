import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { wholePage } from "~/platform/http/whole-page.server";

const html = "<!DOCTYPE html><p>Hélène</p>".repeat(40);
const asked = (accept?: string) => new Request("http://localhost/", { headers: accept === undefined ? {} : { "accept-encoding": accept } });
const answered = (accept?: string) => wholePage(html, asked(accept), { status: 422, headers: new Headers({ "x-before": "kept" }) });

test.each(["gzip, deflate, br", "br;q=1.0, gzip;q=0.8", "GZIP"])("a browser that takes %s gets the page compressed", async (accept) => {
  const answer = answered(accept);
  expect(answer.headers.get("content-encoding")).toBe("gzip");
  expect(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString("utf8")).toBe(html);
});

test.each([undefined, "identity", "br", "gzip;q=0", "deflate, gzip; q=0.0, br"])("one that takes %s gets it as it is", async (accept) => {
  const answer = answered(accept);
  expect(answer.headers.get("content-encoding")).toBeNull();
  expect(await answer.text()).toBe(html);
});

test("status and headers are kept, and a cache in between is told what the answer depends on", () => {
  const { status, headers } = answered("gzip");
  expect([status, headers.get("x-before"), headers.get("vary"), headers.get("content-type")]).toEqual([422, "kept", "Accept-Encoding", "text/html; charset=utf-8"]);
});
