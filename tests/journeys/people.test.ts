import { afterAll, beforeAll, expect, test } from "vitest";

import { openWindow } from "~tests/support/browser";
import { goTo, look, phone, startSmallServer, tabTo, windowOf, withoutScript, type SmallServer } from "./walk";

let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer();
});
afterAll(() => server.stop());

test("a director's successor sees what waits the same minute, and the leaver is cut off at once", async () => {
  const { southEast } = server.world;
  const { db } = await import("~/platform/db.server");
  const old = southEast.person("dcs", "medway");
  const successor = southEast.authors("medway")[0];
  if (!successor) throw new Error("Medway has no author");
  const post = await db.post.findFirstOrThrow({ where: { kind: "dcs", authorityId: "medway" } });

  const leaver = await windowOf(server, old.id);
  await goTo(leaver.page, "/tasks");
  await leaver.page.getByRole("link", { name: /Medway/ }).first().waitFor();

  const coordinator = await windowOf(server, southEast.person("sli-coordinator").id);
  await goTo(coordinator.page, "/directory");
  await look(coordinator.page, "people-01-directory");
  await goTo(coordinator.page, `/posts/${post.id}`);
  await coordinator.page.getByLabel("Who?").selectOption(successor.id);
  await coordinator.page.getByLabel(/no longer holds it/).check();
  await look(coordinator.page, "people-02-hand-over");
  await coordinator.page.getByRole("button", { name: /Give the post/ }).click();
  await coordinator.page.getByText("The post is given").waitFor();

  const next = await windowOf(server, successor.id);
  await goTo(next.page, "/tasks");
  await next.page.getByRole("link", { name: /Medway/ }).first().waitFor();
  await leaver.page.goto("/tasks");
  expect(await leaver.page.getByRole("link", { name: /Medway/ }).count()).toBe(0);
});

test("signing in with the emailed code, by keyboard alone, and the link that a scanner opened still works", async () => {
  const { southEast } = server.world;
  const { db } = await import("~/platform/db.server");
  const person = southEast.person("dcs", "surrey");
  const { page } = await openWindow(server.url);
  await goTo(page, "/sign-in");
  await look(page, "sign-in-01");
  await page.getByLabel("Your work email address").focus();
  await page.keyboard.type(person.email);
  await page.keyboard.press("Enter");
  await page.waitForURL(/sign-in\/code/);
  await look(page, "sign-in-02-code");
  const letter = () => db.mailboxMessage.findFirst({ where: { to: person.email }, orderBy: { at: "desc" } });
  await expect.poll(letter, { timeout: 20_000 }).not.toBeNull();
  const text = (await letter())?.text ?? "";
  const code = /\b(\d{6})\b/.exec(text)?.[1] ?? "";
  const link = /https?:\/\/\S*\/sign-in\/link\/\S+/.exec(text)?.[0] ?? "";
  // A mail scanner opens the link: nothing is used up by looking.
  for (let count = 0; count < 3; count += 1) expect((await fetch(link)).status).toBe(200);
  await page.getByLabel("The 6-figure code").focus();
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
  await page.waitForURL(/tasks/);
  await tabTo(page, /Surrey/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/self-assessments/);
  await look(page, "sign-in-03-arrived");
});

test("everything public and one's own account works on a phone without script", async () => {
  const { southEast } = server.world;
  const { page } = await windowOf(server, southEast.person("dcs-delegate", "surrey").id, { ...phone, ...withoutScript });
  for (const path of ["/tasks", "/self-assessments", "/rounds", "/directory", "/account", "/sessions", "/processes", "/processes/self-assessment", "/accessibility", "/privacy", "/cookies", "/authorities/surrey"]) {
    await goTo(page, path);
    await look(page, `phone${path.replaceAll("/", "-")}`);
  }
});

test("absent and forbidden pages look the same", async () => {
  const { southEast, yorkshire } = server.world;
  const { page, ...window } = await windowOf(server, southEast.person("dcs", "surrey").id);
  window.expectConsoleError(/404/);
  const forbidden = await page.goto(`/self-assessments/${yorkshire.selfAssessmentId("leeds")}`);
  const words = await page.locator("main").innerText();
  const absent = await page.goto("/self-assessments/0199f000-0000-7000-8000-000000000000");
  expect([forbidden?.status(), absent?.status()]).toEqual([404, 404]);
  expect(await page.locator("main").innerText()).toBe(words);
  await look(page, "not-found");
});
