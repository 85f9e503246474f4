import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";

import { forgetSettings } from "~/platform/settings.server";
import { anotherDatabase } from "~tests/support/database";
import { formsOf } from "~tests/support/posted-form";
import { ensureBuild, ensureClient } from "../../commands/prepare.mjs";
import { boardPresses } from "./board-presses";
import { challengePresses } from "./challenge-presses";
import { decidingPresses } from "./deciding-presses";
import { eventPresses } from "./event-presses";
import { letterPresses } from "./letter-presses";
import { networkPresses } from "./network-presses";
import { poolPresses } from "./pool-presses";
import { programmePresses } from "./programme-presses";
import { triadPresses } from "./triad-presses";
import { visitPresses } from "./visit-presses";
import { added, changed, watchWrites, type Written } from "./written";
import { cancelRound, recordPresses, roundPresses, registerPresses, summitPresses, validationPresses, type Press, type Presser } from "./presses";

// A browser's double click sends the same request twice, often at once. Whatever it is, it must act once.
ensureClient();
ensureBuild();
const { url, drop } = await anotherDatabase({ like: "demo" });
process.env["DATABASE_URL"] = url;
process.env["RATE_LIMIT"] = "0";
forgetSettings();

const { createApp, listen } = await import("~/platform/http/server.server");
const { cookieOf } = await import("~tests/session/world");
const { pool, closeDatabase } = await import("~/platform/db.server");
const build = (await import(pathToFileURL(path.resolve("build/server/index.js")).href)) as ServerBuild;

let base: string;
let stop: () => Promise<void>;
const cookies = new Map<string, Promise<string>>();

beforeAll(async () => {
  const server = await listen(createApp({ build, isStopping: () => false }), { port: 0, host: "127.0.0.1" });
  base = `http://127.0.0.1:${server.port}`;
  stop = () => server.stop({ seconds: 1 });
  written = await watchWrites(pool, beside);
});

afterAll(async () => {
  await stop();
  await closeDatabase();
  await drop();
});

async function ask(personId: string, address: string, body?: URLSearchParams | FormData): Promise<{ status: number; text: string; location: string | null }> {
  if (!cookies.has(personId)) cookies.set(personId, cookieOf(personId));
  const headers = { cookie: (await cookies.get(personId)) ?? "", "sec-fetch-site": "same-origin" };
  const response = await fetch(`${base}${address}`, { redirect: "manual", headers, ...(body ? { method: "POST", body } : {}) });
  return { status: response.status, text: await response.text(), location: response.headers.get("location") };
}

/** What does not count as an effect: sessions and counts of tries, and what the worker notes. */
const beside = ["session", "verification", "rate_limit", "worker_heartbeat", "reference_load", "_prisma_migrations", "mailbox_message"];
let written: () => Promise<Written>;

/** The form with that button, filled in; null where this person finds none. */
async function filledIn(presser: Presser, press: Press): Promise<{ action: string; body: URLSearchParams | FormData } | null> {
  const page = await ask(presser.personId, presser.address);
  if (page.status !== 200) return null;
  const formIn = (html: string, button: RegExp) => formsOf(html, presser.address).find((one) => one.buttons.some(({ words }) => button.test(words)));
  let html = page.text;
  if (press.after) {
    const { button: before, fill } = press.after;
    const first = formIn(html, before);
    const pressed = first?.buttons.find(({ words }) => before.test(words));
    if (!first || !pressed) return null;
    const posted = new URLSearchParams(first.fields);
    for (const [name, value] of [...Object.entries(await fill(pool)), [pressed.name ?? "", pressed.value] as const]) posted.set(name, value);
    html = (await ask(presser.personId, presser.address, posted)).text;
  }
  const form = formIn(html, press.button);
  const button = form?.buttons.find(({ words }) => press.button.test(words));
  if (!form || !button) return null;
  const body = new URLSearchParams(form.fields);
  for (const [name, value] of Object.entries(press.fill ?? {})) body.set(name, value);
  for (const [name, value] of Object.entries((await press.fillFor?.(pool, presser)) ?? {})) body.set(name, value);
  if (press.texts) for (const [name] of [...body]) if (press.texts.test(name)) body.set(name, "Written by a test of double presses.");
  if (press.chooses) body.set(press.chooses, form.ticks.find(([name]) => name === press.chooses)?.[1] ?? "");
  if (button.name) body.set(button.name, button.value);
  const { pathname, search } = new URL(form.action, new URL(presser.address, base));
  return { action: pathname + search, body: press.file ? withFile(body) : body };
}

/** A small picture beside the fields. */
function withFile(fields: URLSearchParams): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
  form.append("file", new File([png], "Chart.png", { type: "image/png" }));
  return form;
}

const presses = [
  recordPresses, roundPresses, boardPresses, [cancelRound], registerPresses, validationPresses, eventPresses, summitPresses, decidingPresses, networkPresses, letterPresses, challengePresses, programmePresses, triadPresses,
  visitPresses, poolPresses,
].flat();
for (const press of presses) {
  test(`${press.name}: pressed twice at once, and again, it acts once`, { timeout: 120_000 }, async () => {
    const pressers = await press.pressers(pool);
    let sent: { personId: string; action: string; body: URLSearchParams | FormData } | null = null;
    for (const presser of pressers) {
      const form = await filledIn(presser, press);
      if (form) {
        sent = { personId: presser.personId, ...form };
        break;
      }
    }
    if (!sent) throw new Error(`nobody in the demonstration finds this form, of ${pressers.length} asked, first at ${pressers[0]?.address}`);
    const { personId, action, body } = sent;
    const before = await written();
    const answers = await Promise.all([ask(personId, action, body), ask(personId, action, body)]);
    const once = await written();
    answers.push(await ask(personId, action, body));
    const again = await written();
    const said = answers.map(({ status, location, text }) => `${status} ${location ?? /error-summary[^]*?<\/ul>/.exec(text)?.[0].replace(/<[^>]*>/g, " ").replace(/\s+/g, " ") ?? ""}`).join(" | ");
    expect(answers.every(({ status }) => status < 500), said).toBe(true);
    expect(answers.filter(({ status }) => status === 302).length, said).toBeGreaterThanOrEqual(press.quiet ? 1 : 3);
    expect(changed(before, once), said).not.toEqual([]);
    for (const [table, rows] of Object.entries(press.makes)) expect([table, added(before, once, table)]).toEqual([table, rows]);
    expect(changed(once, again), said).toEqual([]);
  });
}
