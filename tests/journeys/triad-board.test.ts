import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { startServer, type TestServer } from "~tests/support/server";
import { forgetSettings } from "~/platform/settings.server";
import { goTo, look, phone, tabTo, windowOf, withoutScript } from "./walk";

// The South East coordinator's board, from rules to published groups, on the demonstration's live round: 16 of its 19 authorities take part.
let server: TestServer;
let cycleId: string;
beforeAll(async () => {
  server = await startServer({ like: "demo" });
  process.env["DATABASE_URL"] = server.databaseUrl;
  process.env["SESSION_SECRET"] ??= "a secret for journeys that is long enough";
  forgetSettings();
  const { db } = await import("~/platform/db.server");
  const live = await db.cycle.findFirstOrThrow({ where: { regionId: "south-east", workflow: { state: { in: ["open", "submissionsClosed", "challenge"] } } }, orderBy: { opensOn: "desc" } });
  cycleId = live.id;
});
afterAll(() => server.stop());

async function holderOf(kind: string): Promise<string> {
  const { db } = await import("~/platform/db.server");
  return (await db.holding.findFirstOrThrow({ where: { to: null, post: { kind, regionId: "south-east" } } })).personId;
}

/** Looks again, as somebody without script would, until the search has ended. */
async function untilFound(page: Page): Promise<void> {
  for (let looks = 0; looks < 60; looks += 1) {
    const link = page.getByRole("link", { name: "See how far it is" });
    if ((await link.count()) === 0) return;
    await page.waitForTimeout(1_000);
    await link.first().click();
  }
  throw new Error("the search did not end");
}

const here = (page: Page): string => new URL(page.url()).pathname;

test("from rules to a proven arrangement, changed by hand and undone, without script", async () => {
  const { page, ...window } = await windowOf(server, await holderOf("sli-coordinator"), withoutScript);
  window.expectConsoleError(/422|409/);
  await goTo(page, `/rounds/${cycleId}`);
  await page.getByRole("link", { name: /^Triad board/ }).click();
  await page.getByRole("link", { name: "By the alphabet" }).waitFor();
  await look(page, "board-01-drafts");
  await page.getByRole("button", { name: "Make a draft" }).or(page.getByRole("link", { name: "Make a draft" })).first().click();

  // Bad input: a number that is none, and an authority that may never be with itself. All is said and nothing is lost.
  await page.getByLabel("Name of this draft").fill("Short journeys");
  await page.getByLabel("Different inspection grades").fill("a lot");
  await page.getByText("Never together").click();
  await page.locator('select[name="never-0-a"]').selectOption({ label: "Kent" });
  await page.locator('select[name="never-0-b"]').selectOption({ label: "Kent" });
  await page.getByRole("button", { name: "Find the best groups" }).click();
  await page.getByText("There is a problem").waitFor();
  expect(await page.getByLabel("Name of this draft").inputValue()).toBe("Short journeys");
  expect(await page.getByLabel("Different inspection grades").inputValue()).toBe("a lot");
  expect(await page.getByText("Choose somebody other than Kent").count()).toBeGreaterThan(0);
  await look(page, "board-02-rules-errors");
  await page.getByLabel("Different inspection grades").fill("20");
  await page.locator('select[name="never-0-b"]').selectOption({ label: "Medway" });
  await page.getByRole("button", { name: "Find the best groups" }).click();
  await untilFound(page);
  await page.getByText("The best possible under your rules: proven.").waitFor();
  expect(await page.locator(".app-group").count()).toBe(5);
  await look(page, "board-03-proven");

  await page.getByRole("link", { name: "Move or swap Kent" }).click();
  await look(page, "board-04-move");
  await page.getByRole("button", { name: "Make this change" }).click();
  await page.getByText("Choose where it goes").first().waitFor();
  await page.locator('input[name="change"]').nth(1).check();
  await page.getByRole("button", { name: "Make this change" }).click();
  await page.getByText("Kent has changed places").first().waitFor();
  await page.getByText(/^Changed by hand/).waitFor();
  await look(page, "board-05-changed");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.getByText("The best possible under your rules: proven.").waitFor();
  await page.getByRole("button", { name: /^Keep group 2/ }).click();
  await page.getByText("Group 2 is kept as it is").first().waitFor();
  await page.getByRole("button", { name: "Find the best around the kept groups" }).click();
  await untilFound(page);
  await page.getByText("The best possible under your rules around the group you kept: proven.").waitFor();
  await look(page, "board-06-kept");
});

test("typed groups are refused as a whole, with everything that is wrong and everything that was typed", async () => {
  const { page, ...window } = await windowOf(server, await holderOf("sli-coordinator"), withoutScript);
  window.expectConsoleError(/422/);
  await goTo(page, `/rounds/${cycleId}/arrangements`);
  await page.getByRole("link", { name: "Short journeys" }).click();
  await page.getByText("Remove this draft").waitFor();
  const before = await page.locator(".app-group__who").allTextContents();
  await page.getByRole("link", { name: "Type or paste the groups" }).click();
  const typed = "Kent, Hampshire\nKent, Oxfordshire, Reading, Slough, Medway\nAtlantis, Buckinghamshire, Milton Keynes";
  await page.getByLabel("Groups", { exact: true }).fill(typed);
  await page.getByRole("button", { name: "Set these groups" }).click();
  const said = (await page.locator(".govuk-error-summary").textContent()) ?? "";
  for (const part of ["Kent is in groups 1 and 2", "no authority called “Atlantis” takes part", "In no group: ", "Group 1 has two members", "Group 2 has five members"]) expect(said).toContain(part);
  expect(await page.getByLabel("Groups", { exact: true }).inputValue()).toBe(typed);
  await look(page, "board-07-typed-errors");
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.getByText("Remove this draft").waitFor();
  expect(await page.locator(".app-group__who").allTextContents()).toEqual(before);
});

test("by keyboard alone an authority changes places, and with the mouse it is dragged; both say what it costs", async () => {
  const { page } = await windowOf(server, await holderOf("sli-coordinator"));
  await goTo(page, `/rounds/${cycleId}/arrangements`);
  await page.getByRole("link", { name: "Short journeys" }).click();
  const board = here(page);
  await tabTo(page, /^Move or swap (?!.*kept)/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: /^Move or swap/ }).waitFor();
  await tabTo(page, "change");
  await page.keyboard.press("Space");
  await tabTo(page, "Make this change");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${board}`);
  await page.getByText(/^Changed by hand/).waitFor();
  await look(page, "board-08-by-keyboard");

  await page.setViewportSize({ width: 1280, height: 1800 });
  const free = page.locator(".app-group:not(.app-group--kept)");
  const [one, other] = [free.nth(0).locator("[data-authority]").first(), free.nth(1).locator("[data-authority]").first()];
  const [oneName, otherName] = [await one.locator(".app-group__who").textContent(), await other.locator(".app-group__who").textContent()];
  const told = page.waitForResponse(/\/changes\?authority=/);
  const [from, to] = [await one.boundingBox(), await other.boundingBox()];
  if (!from || !to) throw new Error("nothing to drag");
  await page.mouse.move(from.x + 30, from.y + 14);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 24);
  await page.mouse.move(to.x + 30, to.y + 10, { steps: 4 });
  await told;
  await page.mouse.move(to.x + 36, to.y + 14, { steps: 4 });
  await expect.poll(() => page.locator("[data-drag-words]").textContent()).toMatch(new RegExp(`^${oneName} and ${otherName} change places: .*(better|worse|the same)`));
  expect(await other.boundingBox(), "nothing moves beneath the pointer").toEqual(to);
  await look(page, "board-09-dragging");
  await page.mouse.up();
  await page.getByText(`${oneName} has changed places`).first().waitFor();
  await look(page, "board-10-dragged");
});

test("alternatives, a second draft beside the first, and years planned ahead", async () => {
  const { page } = await windowOf(server, await holderOf("sli-coordinator"));
  await goTo(page, `/rounds/${cycleId}/arrangements`);
  await page.getByRole("link", { name: "Short journeys" }).click();
  const board = here(page);
  await page.getByRole("button", { name: "Back to what was found" }).click();
  await page.getByRole("button", { name: "Look for alternatives" }).click();
  await page.getByRole("button", { name: /^Take it/ }).first().waitFor({ timeout: 90_000 });
  await look(page, "board-11-alternatives");

  await goTo(page, `/rounds/${cycleId}/arrangements/new`);
  await page.getByLabel("Name of this draft").fill("Like with like");
  await page.getByLabel("Bring statistical neighbours together").check();
  await page.getByLabel("If they matter, each such pair counts like").fill("60");
  await page.getByRole("button", { name: "Find the best groups" }).click();
  await page.getByText("proven.").first().waitFor({ timeout: 60_000 });
  await goTo(page, `/rounds/${cycleId}/arrangements`);
  await look(page, "board-12-drafts");
  await page.getByRole("button", { name: "Compare the chosen" }).click();
  await page.getByText("Side by side").waitFor();
  await page.waitForLoadState();
  await look(page, "board-13-compare");

  await goTo(page, `/rounds/${cycleId}/years`);
  await page.getByLabel("How long may the search take?").fill("8");
  await page.getByRole("button", { name: "Plan the years" }).click();
  await page.getByText(/in which no two authorities meet twice: guaranteed/).waitFor({ timeout: 90_000 });
  await look(page, "board-14-years");
  await page.getByRole("button", { name: "Make a draft of this round" }).click();
  await page.getByText("The planned groups are a draft now").first().waitFor();
  expect(here(page)).not.toBe(board);
});

test("nobody else sees a draft, not even the chair", async () => {
  const { db } = await import("~/platform/db.server");
  const draft = await db.arrangement.findFirstOrThrow({ where: { cycleId } });
  const { page, ...window } = await windowOf(server, await holderOf("regional-chair"));
  window.expectConsoleError(/404/);
  for (const path of [`/rounds/${cycleId}/arrangements`, `/rounds/${cycleId}/arrangements/${draft.id}`, `/rounds/${cycleId}/years`]) {
    expect((await page.goto(path))?.status()).toBe(404);
  }
});

test("every page of the board reads on a phone of 320 px", async () => {
  const { db } = await import("~/platform/db.server");
  const drafts = await db.arrangement.findMany({ where: { cycleId }, orderBy: { createdAt: "asc" } });
  const base = `/rounds/${cycleId}/arrangements`;
  const board = `${base}/${drafts[0]?.id}`;
  const { page } = await windowOf(server, await holderOf("sli-coordinator"), phone);
  for (const [name, path] of Object.entries({
    drafts: base, board, rules: `${board}/rules`, move: `${board}/move?authority=kent`, type: `${board}/type`, remove: `${board}/remove`, publish: `${board}/publish`,
    compare: `${base}/compare?${drafts.slice(0, 2).map((draft) => `draft=${draft.id}`).join("&")}`, years: `/rounds/${cycleId}/years`,
  })) {
    await goTo(page, path);
    await look(page, `phone-board-${name}`);
  }
});

test("the groups are checked once more and published, and the round has them", async () => {
  const { db } = await import("~/platform/db.server");
  const { page } = await windowOf(server, await holderOf("sli-coordinator"), withoutScript);
  await goTo(page, `/rounds/${cycleId}/arrangements`);
  await page.getByRole("link", { name: "Short journeys" }).click();
  await page.getByRole("link", { name: "Publish to 16 authorities" }).or(page.getByRole("button", { name: "Publish to 16 authorities" })).first().click();
  await page.getByText("What happens").waitFor();
  await look(page, "board-14-check");
  await page.getByRole("button", { name: "Publish to 16 authorities" }).click();
  await page.getByText("The groups have been published to 16 authorities").first().waitFor();
  await look(page, "board-15-published");
  const groups = await db.cycleGroup.findMany({ where: { cycleId }, include: { members: true } });
  expect(groups.flatMap((group) => group.members)).toHaveLength(16);
  await goTo(page, `/rounds/${cycleId}`);
  await look(page, "board-16-round");
});
