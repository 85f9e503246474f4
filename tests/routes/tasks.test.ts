import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, expect, test } from "vitest";

import { forgetSettings } from "~/platform/settings.server";
import { anotherDatabase } from "~tests/support/database";
import { formsOf } from "~tests/support/posted-form";
import { ensureBuild, ensureClient } from "../../commands/prepare.mjs";

// What waits for somebody is a link to where they do it: whoever follows it finds the page, and the button.
ensureClient();
ensureBuild();
const { url, drop } = await anotherDatabase({ like: "demo" });
process.env["DATABASE_URL"] = url;
process.env["RATE_LIMIT"] = "0";
forgetSettings();

const { createApp, listen } = await import("~/platform/http/server.server");
const { inboxOf } = await import("~/workflow/inbox.server");
const { cookieOf } = await import("~tests/session/world");
const { pool, closeDatabase } = await import("~/platform/db.server");
const build = (await import(pathToFileURL(path.resolve("build/server/index.js")).href)) as ServerBuild;

let base: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  const server = await listen(createApp({ build, isStopping: () => false }), { port: 0, host: "127.0.0.1" });
  base = `http://127.0.0.1:${server.port}`;
  stop = () => server.stop({ seconds: 1 });
});

afterAll(async () => {
  await stop();
  await closeDatabase();
  await drop();
});

/** A page of many small things to do has a link at each of them. */
const leadsOn = />\s*(Answer|Raise a point)/;

/** One person for each thing that the demonstration has waiting: a process in a state, for a role. */
const waiting = `
  SELECT DISTINCT ON (workflow.machine, workflow.state, party.role) workflow.machine, workflow.state, party.role,
         person.id AS "personId", (SELECT array_agg(post_id) FROM holding WHERE person_id = person.id AND "to" IS NULL) AS posts
    FROM workflow_party party
    JOIN workflow ON workflow.id = party.workflow_id
    JOIN workflow_step step ON step.machine = workflow.machine AND step.state = workflow.state AND step.role = party.role AND step.awaited
    LEFT JOIN holding ON holding.post_id = party.post_id AND holding."to" IS NULL
    JOIN person ON person.id = coalesce(party.person_id, holding.person_id) AND person.left_at IS NULL
   WHERE party.waiting AND party."to" IS NULL
   ORDER BY 1, 2, 3, workflow.id`;

test("every task leads whoever it waits for to a page of theirs with something to press, or with what it still waits for", { timeout: 120_000 }, async () => {
  const { rows } = await pool.query<{ machine: string; state: string; role: string; personId: string; posts: string[] | null }>(waiting);
  expect(rows.length).toBeGreaterThan(60);
  const wrong: string[] = [];
  for (const { machine, state, role, personId, posts } of rows) {
    const tasks = await inboxOf({ personId, holdings: (posts ?? []).map((postId) => ({ postId })) as never });
    const task = tasks.find((one) => one.machine === machine && one.state === state && one.role === role);
    // Somebody in two roles of one record has it in the first.
    if (!task) continue;
    const response = await fetch(`${base}${task.path}`, { redirect: "manual", headers: { cookie: await cookieOf(personId) } });
    const page = /<main[^]*<\/main>/.exec(await response.text())?.[0] ?? "";
    const presses = formsOf(page, task.path).some((form) => form.buttons.length > 0) || /class="[^"]*govuk-button[ "]/.test(page) || leadsOn.test(page) || /not yet[.:]/.test(page);
    if (response.status !== 200 || !presses) wrong.push(`${machine} ${state} ${role}: “${task.task}” at ${task.path} is ${response.status}${presses ? "" : " with nothing to press"}`);
  }
  expect(wrong).toEqual([]);
});
