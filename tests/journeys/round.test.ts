import { afterAll, beforeAll, expect, test } from "vitest";

import { startServer, type TestServer } from "~tests/support/server";
import { forgetSettings } from "~/platform/settings.server";
import { goTo, look, phone, windowOf, withoutScript } from "./walk";

// The coordinator's side, on the demonstration's South East with its 19 authorities.
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ like: "demo" });
  process.env["DATABASE_URL"] = server.databaseUrl;
  process.env["SESSION_SECRET"] ??= "a secret for journeys that is long enough";
  forgetSettings();
});
afterAll(() => server.stop());

async function coordinatorId(): Promise<string> {
  const { db } = await import("~/platform/db.server");
  const holding = await db.holding.findFirstOrThrow({ where: { to: null, post: { kind: "sli-coordinator", regionId: "south-east" } } });
  return holding.personId;
}

test("the coordinator opens a round for 19 authorities without script, and every director is told", async () => {
  const { db } = await import("~/platform/db.server");
  const { page, ...window } = await windowOf(server, await coordinatorId(), withoutScript);
  window.expectConsoleError(/422/);
  const authorities = await db.authority.count({ where: { regionId: "south-east", OR: [{ validTo: null }, { validTo: { gt: new Date(Date.now() + 40 * 86_400_000) } }] } });
  expect(authorities).toBeGreaterThan(17);
  await goTo(page, "/tasks");
  await look(page, "round-01-tasks");
  await goTo(page, "/rounds");
  await look(page, "round-02-rounds");
  await page.getByRole("button", { name: "Make a round" }).or(page.getByRole("link", { name: "Make a round" })).first().click();
  await page.getByLabel("Name of the round").fill("2131/32");
  await page.getByRole("button", { name: "Save and check" }).click();
  await page.getByText("There is a problem").waitFor();
  expect(await page.getByLabel("Name of the round").inputValue()).toBe("2131/32");
  await look(page, "round-03-errors");
  await page.getByLabel("Template").selectOption({ index: 1 });
  // The demonstration is told relative to today, and so is this round: from next week to next month.
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  const dates = { opensOn: inDays(7), submissionsDueOn: inDays(14), challengeStartsOn: inDays(21), summitOn: inDays(28), endsOn: inDays(35) };
  for (const [field, date] of Object.entries(dates)) {
    const parts = { day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() };
    for (const [part, value] of Object.entries(parts)) await page.locator(`input[name="${field}-${part}"]`).fill(String(value));
  }
  await page.getByRole("button", { name: "Save and check" }).click();
  await page.getByText("Check the round before you open it").waitFor();
  await look(page, "round-04-check");
  await page.getByRole("button", { name: `Open the round to ${authorities} authorities` }).click();
  await page.getByText("The round is open").first().waitFor();
  await look(page, "round-05-opened");

  const cycle = await db.cycle.findFirstOrThrow({ where: { name: "2131/32" } });
  const directors = await db.outboxEmail.count({ where: { workflowId: cycle.id, template: "cycle/round-opened", role: "dcs" } });
  expect(directors).toBe(authorities);
  expect(await db.selfAssessment.count({ where: { cycleId: cycle.id } })).toBe(authorities);

  await goTo(page, `/rounds/${cycle.id}`);
  await look(page, "round-06-round");
  await goTo(page, `/rounds/${cycle.id}/chase`);
  await page.getByText(`0 of ${authorities}`).first().waitFor();
  await look(page, "round-07-chase");
  await page.locator('input[name="chosen"]').first().check();
  await page.locator('input[name="chosen"]').nth(1).check();
  await page.getByRole("button", { name: "Send a reminder to the chosen" }).click();
  await page.waitForURL(/reminded/);
  await look(page, "round-08-reminded");
  expect(await db.workflowEvent.count({ where: { event: "reminder.send", workflow: { parentId: cycle.id } } })).toBe(2);
});

test("the live round's board, record and delivery log are readable on a phone", async () => {
  const { db } = await import("~/platform/db.server");
  const cycle = await db.cycle.findFirstOrThrow({ where: { regionId: "south-east", workflow: { state: { in: ["open", "submissionsClosed", "challenge"] } }, NOT: { name: "2131/32" } }, orderBy: { opensOn: "desc" } });
  const { page } = await windowOf(server, await coordinatorId(), phone);
  for (const [name, path] of Object.entries({
    tasks: "/tasks", round: `/rounds/${cycle.id}`, chase: `/rounds/${cycle.id}/chase`, timeline: `/rounds/${cycle.id}/timeline`, delivery: "/emails", templates: "/templates", region: "/regions/south-east", settings: "/regions/south-east/settings",
  })) {
    await goTo(page, path);
    await look(page, `phone-coordinator-${name}`);
  }
});
