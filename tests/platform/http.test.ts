import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as openRequest } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import { describe, expect, onTestFinished, test } from "vitest";
import { createApp, listen } from "~/platform/http/server.server";
import { plainPage } from "~/platform/http/plain-pages.server";
import { bodyLimits, rateLimit, readableAddress, sameOrigin, securityHeaders } from "~/platform/http/security.server";
import { asRequest } from "~/platform/request.server";
import { forgetSettings } from "~/platform/settings.server";

function withSettings(changes: Record<string, string>): void {
  const before = Object.fromEntries(Object.keys(changes).map((name) => [name, process.env[name]]));
  Object.assign(process.env, changes);
  forgetSettings();
  onTestFinished(() => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    forgetSettings();
  });
}

/** The middleware before the application, with a page behind it that says it was reached. */
async function guarded(): Promise<string> {
  const app = express();
  app.use((_request, _response, next) => {
    asRequest({ requestId: "r", nonce: "bm9uY2U=", clientAddress: "::1", outcome: {}, typed: () => [] }, next);
  });
  app.use(readableAddress, securityHeaders({ relaxed: false }), rateLimit(), sameOrigin, bodyLimits);
  app.all("*", (request, response) => void response.send(request.originalUrl === "/" ? "reached" : `reached ${request.originalUrl}`));
  const server = await listen(app, { port: 0, host: "127.0.0.1" });
  onTestFinished(() => server.stop({ seconds: 0 }));
  return `http://127.0.0.1:${server.port}`;
}

function post(url: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return sendBy("POST", url, { "content-type": "application/x-www-form-urlencoded", ...headers });
}

/** Not fetch: it sets some headers itself, refuses some methods and tidies up addresses. */
function sendBy(method: string, url: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  const { hostname, port, origin } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = openRequest({ hostname, port, path: url.slice(origin.length) || "/", method, headers }, async (response) => {
      let body = "";
      for await (const piece of response) body += String(piece);
      resolve({ status: response.statusCode ?? 0, body });
    });
    sent.on("error", reject);
    sent.end();
  });
}

describe("requests from elsewhere", () => {
  test("a form of our own page is let through, by either header", async () => {
    const url = await guarded();
    expect(await post(url, { "sec-fetch-site": "same-origin" })).toEqual({ status: 200, body: "reached" });
    expect(await post(url, { origin: url })).toEqual({ status: 200, body: "reached" });
    expect(await post(url, { origin: "http://localhost:3000" })).toEqual({ status: 200, body: "reached" });
  });

  test.each([
    ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example.org" }],
    ["a neighbouring host of the same domain", { "sec-fetch-site": "same-site", origin: "https://other.example.org" }],
    ["an address typed or a bookmark that posts", { "sec-fetch-site": "none" }],
    ["a page without an origin", { origin: "null" }],
    ["another site, from a browser without Sec-Fetch-Site", { origin: "https://evil.example.org" }],
    ["something that is no browser", {}],
  ])("a form of %s is refused with nothing done", async (_who, headers) => {
    const answer = await post(await guarded(), headers);
    expect(answer.status).toBe(403);
    expect(answer.body).toContain("Nothing was changed");
    expect(answer.body).not.toContain("reached");
  });

  test("reading needs no origin: links in emails work", async () => {
    expect(await (await fetch(await guarded())).text()).toBe("reached");
  });
});

describe("addresses", () => {
  test.each([["/directory/%00"], ["/%E0%A4%A"], ["/a%00b?q=1"]])("%s, which cannot be read or stored, is an unknown page and no fault", async (address) => {
    expect(await (await fetch(`${await guarded()}${address}`)).text()).toBe("reached /unreadable-address");
  });

  test("null characters are left out of what is asked for", async () => {
    expect(await (await fetch(`${await guarded()}/emails?q=a%00b&page=2`)).text()).toBe("reached /emails?q=ab&page=2");
    expect(await (await fetch(`${await guarded()}/emails?q=50%25`)).text()).toBe("reached /emails?q=50%25");
  });

  test.each(["PUT", "DELETE", "PATCH", "OPTIONS"])("%s is no way to ask", async (method) => {
    const answer = await fetch(await guarded(), { method });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
  });

  // Apart, because fetch refuses to send it: an answer would read the sender's cookies back to a script.
  test("TRACE is no way to ask, and is told nothing of what it sent", async () => {
    expect(await sendBy("TRACE", await guarded(), { cookie: "candour-session=secret" })).toEqual({ status: 405, body: "" });
  });
});

describe("browser files", () => {
  const build = { routes: {}, assets: { routes: {} } } as unknown as ServerBuild;

  async function withFiles(): Promise<string> {
    const clientFolder = mkdtempSync(path.join(tmpdir(), "candour-client-"));
    mkdirSync(path.join(clientFolder, "assets"));
    writeFileSync(path.join(clientFolder, "assets", "page-abc123.js"), "export {};");
    writeFileSync(path.join(clientFolder, "secret.txt"), "beside the assets");
    const server = await listen(createApp({ build, clientFolder, isStopping: () => false }), { port: 0, host: "127.0.0.1" });
    onTestFinished(async () => {
      await server.stop({ seconds: 0 });
      rmSync(clientFolder, { recursive: true });
    });
    return `http://127.0.0.1:${server.port}`;
  }

  test("a file whose name carries its hash is kept by browsers for a year", async () => {
    const answer = await fetch(`${await withFiles()}/assets/page-abc123.js`);
    expect([answer.status, await answer.text(), answer.headers.get("cache-control")]).toEqual([200, "export {};", "public, max-age=31536000, immutable"]);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test.each(["/assets/absent.js", "/assets/", "/assets", "/assets/%2e%2e/secret.txt", "/assets/..%2fsecret.txt", "/assets/%2e%2e%2f%2e%2e%2fetc/passwd", "/assets/.hidden"])("%s is as absent as any other page", async (address) => {
    const { status, body } = await sendBy("GET", `${await withFiles()}${address}`, {});
    expect([status, body]).toEqual([404, "Not Found"]);
  });
});

describe("what every answer carries", () => {
  test("a policy that lets only our own scripts run, and no frame, plugin or inline style", async () => {
    const { headers } = await fetch(await guarded());
    const policy = new Map((headers.get("content-security-policy") ?? "").split(";").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1).join(" ")]));
    expect(policy.get("default-src")).toBe("'none'");
    expect(policy.get("script-src")).toBe("'self' 'nonce-bm9uY2U='");
    expect(policy.get("style-src")).toBe("'self'");
    expect(policy.get("frame-ancestors")).toBe("'none'");
    expect(policy.get("form-action")).toBe("'self'");
    expect(policy.get("object-src")).toBe("'none'");
    expect(policy.get("base-uri")).toBe("'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("strict-transport-security")).toBeNull();
  });

  test("on https, browsers are told to stay there; a council's sign-in may be posted to", async () => {
    withSettings({ BASE_URL: "https://candour.example.org", OIDC_ISSUER: "https://login.example.org/v2.0", OIDC_CLIENT_ID: "c", OIDC_CLIENT_SECRET: "s" });
    const { headers } = await fetch(await guarded());
    expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
    expect(headers.get("content-security-policy")).toContain("form-action 'self' https://login.example.org;");
  });
});

describe("limits", () => {
  test("more requests in a minute than the limit are asked to wait", async () => {
    withSettings({ RATE_LIMIT: "2" });
    const url = await guarded();
    expect([(await fetch(url)).status, (await fetch(url)).status]).toEqual([200, 200]);
    const third = await fetch(url);
    expect(third.status).toBe(429);
    expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("a body too long is refused before it is read; an upload may be longer than a form", async () => {
    const url = await guarded();
    const declare = (contentType: string, length: number): Promise<number> =>
      new Promise((resolve, reject) => {
        const sent = openRequest(url, { method: "POST", headers: { origin: url, "content-type": contentType, "content-length": String(length) } }, (response) => {
          resolve(response.statusCode ?? 0);
          sent.destroy();
        });
        sent.on("error", reject);
        sent.flushHeaders();
      });
    expect(await declare("application/x-www-form-urlencoded", 2_000_001)).toBe(413);
    expect(await declare("multipart/form-data; boundary=b", 2_000_001)).toBe(200);
    expect(await declare("multipart/form-data; boundary=b", 22_000_001)).toBe(413);
  });
});

describe("stopping", () => {
  test("the request in flight is finished, and no new one is taken", async () => {
    const app = express();
    app.get("/slow", (_request, response) => {
      response.write("first half, ");
      void pause(300).then(() => response.end("second half"));
    });
    const server = await listen(app, { port: 0, host: "127.0.0.1" });
    const url = `http://127.0.0.1:${server.port}/slow`;
    const inFlight = openRequest(url);
    inFlight.end();
    const [response] = (await once(inFlight, "response")) as [NodeJS.ReadableStream];
    const stopped = server.stop({ seconds: 10 });
    await expect(fetch(url)).rejects.toThrow();
    let body = "";
    for await (const piece of response) body += String(piece);
    await stopped;
    expect(body).toBe("first half, second half");
  });

  test("a busy port is one clear sentence", async () => {
    const first = await listen(express(), { port: 0, host: "127.0.0.1" });
    onTestFinished(() => first.stop({ seconds: 0 }));
    await expect(listen(express(), { port: first.port, host: "127.0.0.1" })).rejects.toThrow(
      `Port ${first.port} is used by another program; end that program or set PORT to another number.`,
    );
  });
});

describe("the page for when the database is lost", () => {
  const writing = "Our <strengths> & the areas that we \"develop\" next year";

  test("gives back what was typed, ready to send again", () => {
    const page = plainPage(503, { typed: [["answer", writing], ["revision", "7"]], address: "/self-assessments/1/answers" });
    expect(page).toContain("Nothing new was saved");
    expect(page).toContain('<form method="post" action="/self-assessments/1/answers">');
    expect(page).toContain("Our &#60;strengths&#62; &#38; the areas that we &#34;develop&#34; next year</textarea>");
    expect(page).toContain('<input type="hidden" name="revision" value="7">');
  });

  test("stays within the policy: no script, no inline style", () => {
    expect(plainPage(503)).not.toMatch(/<script|<style|style=/);
  });
});
