import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { expectAccessible, expectFitsWidth, openWindow, picture } from "~tests/support/browser";
import { pages } from "./gallery/gallery";
import { documentOf, script, stylesheet } from "./gallery/make";

type Saved = { readonly intent: string | null; readonly answer: string | null; readonly revision: string | null };

/** A service with one answer: it keeps what it is sent and can be told to misbehave. */
const service = { status: 200, stored: "", revision: 1, saves: [] as Saved[], holdMs: 0, person: "k1" };
let css = "";
const scripts = new Map<string, string>();

function answerPage(): string {
  const names = ["page", "autosave", "word-count"].map((name) => `<script type="module" src="/${name}.js"></script>`).join("");
  return `<!doctype html><html lang="en"><head><title>Answer</title><style>${css}</style>${names}</head>
    <body class="govuk-template__body" data-person="${service.person}"><main><h1>Answer</h1>
    <form method="post" action="/sign-out" data-sign-out="true"><button>Sign out</button></form>
    <form method="post" data-autosave="a1"><input type="hidden" name="revision" value="${service.revision}">
    <div class="govuk-form-group" data-max-words="4"><label for="answer">What is going well?</label>
    <textarea id="answer" name="answer">${service.stored}</textarea><div id="answer-info" class="govuk-hint govuk-character-count__message"></div></div>
    <label><input type="checkbox" name="theme" value="send"> SEND</label>
    <button name="intent" value="save">Save</button><p data-autosave-status role="status"></p></form></main></body></html>`;
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? "/", "http://x").pathname;
  const js = scripts.get(path.slice(1).replace(".js", ""));
  if (js !== undefined) return void response.setHeader("content-type", "text/javascript").end(js);
  response.setHeader("content-type", "text/html; charset=utf-8");
  if (path === "/favicon.ico") return void response.writeHead(204).end();
  if (path.startsWith("/gallery/")) return void response.end(documentOf(path.slice(9), css));
  if (path === "/session/extend") return void response.writeHead(204).end();
  if (path === "/sign-out") return void response.end("<!doctype html><title>Out</title><body>Signed out");
  if (request.method !== "POST") return void response.end(answerPage());
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const sent = new URLSearchParams(Buffer.concat(pieces).toString());
  const hold = service.holdMs;
  if (hold > 0) await new Promise((resolve) => setTimeout(resolve, hold));
  service.saves.push({ intent: sent.get("intent"), answer: sent.get("answer"), revision: sent.get("revision") });
  const stale = sent.get("revision") !== String(service.revision);
  const status = service.status !== 200 ? service.status : stale ? 409 : 200;
  if (status === 200) {
    service.stored = sent.get("answer") ?? "";
    service.revision += 1;
  }
  response.writeHead(status, status === 302 ? { location: "/sign-in" } : {}).end(answerPage());
}

const server = createServer((request, response) => void handle(request, response));
let base = "";

beforeAll(async () => {
  css = await stylesheet();
  for (const name of ["page", "autosave", "word-count"]) scripts.set(name, await script(name));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => void server.close());

beforeEach(() => Object.assign(service, { status: 200, stored: "", revision: 1, saves: [], holdMs: 0, person: "k1" }));

const status = (page: Page) => page.locator("[data-autosave-status]");
const drafts = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("candour:draft:")).length);

describe.each([1280, 320])("at %d pixels", (width) => {
  test.each(Object.keys(pages))("the page %s is accessible and fits", async (name) => {
    const { page } = await openWindow(base, { viewport: { width, height: 900 }, javaScriptEnabled: true });
    await page.goto(`/gallery/${name}`);
    await expectFitsWidth(page);
    await expectAccessible(page);
    await picture(page, `gallery-${name}-${width}`);
  });
});

describe("words typed into an answer", () => {
  test("are saved after a pause, with the revision they were typed against, and the page says when", async () => {
    const { page } = await openWindow(base);
    await page.goto("/");
    await page.fill("#answer", "first words");
    await expect.poll(() => status(page).textContent(), { timeout: 10_000 }).toMatch(/^Saved \d\d:\d\d$/);
    await page.fill("#answer", "second words");
    await expect.poll(() => service.stored, { timeout: 10_000 }).toBe("second words");
    expect(service.saves.map((save) => [save.intent, save.revision])).toEqual([["autosave", "1"], ["autosave", "2"]]);
    await expect.poll(() => drafts(page)).toBe(0);
  });

  test("stay on this device while there is no connection, and are sent when it is back", async () => {
    const { page, context, expectConsoleError } = await openWindow(base);
    expectConsoleError(/ERR_INTERNET_DISCONNECTED/);
    await page.goto("/");
    await context.setOffline(true);
    await page.fill("#answer", "typed on a train");
    await expect.poll(() => status(page).textContent(), { timeout: 10_000 }).toContain("Not saved yet: no connection. Your words are kept on this device");
    expect(await drafts(page)).toBe(1);
    await context.setOffline(false);
    await expect.poll(() => service.stored, { timeout: 10_000 }).toBe("typed on a train");
    await expect.poll(() => drafts(page)).toBe(0);
  });

  test("come back after a reload when they could not be saved, and are saved then", async () => {
    const { page, expectConsoleError } = await openWindow(base);
    expectConsoleError(/503/);
    service.status = 503;
    await page.goto("/");
    await page.fill("#answer", "not lost");
    await page.check("[name=theme]");
    await expect.poll(() => status(page).textContent(), { timeout: 10_000 }).toContain("the service did not take it");
    page.on("dialog", (dialog) => void dialog.accept());
    service.status = 200;
    await page.evaluate(() => { addEventListener("pagehide", (event) => event.stopImmediatePropagation(), { capture: true }); });
    await page.goto("/");
    await expect.poll(() => service.stored, { timeout: 15_000 }).toBe("not lost");
    expect(await page.isChecked("[name=theme]")).toBe(true);
  });

  test("are never written over by somebody else's, nor the other way round", async () => {
    const { page, expectConsoleError } = await openWindow(base);
    expectConsoleError(/409/);
    await page.goto("/");
    service.revision = 5;
    service.stored = "theirs";
    await page.fill("#answer", "mine");
    await expect.poll(() => status(page).textContent(), { timeout: 10_000 }).toContain("Somebody else saved this first");
    expect(service.stored).toBe("theirs");
    expect(await page.inputValue("#answer")).toBe("mine");
    expect(await drafts(page)).toBe(1);
    await status(page).getByRole("button", { name: "See both versions" }).click();
    await expect.poll(() => service.saves.at(-1)?.answer).toBe("mine");
  });

  test("kept from an earlier visit are shown beside a newer answer, not put over it", async () => {
    const { page, expectConsoleError } = await openWindow(base);
    expectConsoleError(/503/);
    service.status = 503;
    await page.goto("/");
    await page.fill("#answer", "older words of mine");
    await expect.poll(() => drafts(page)).toBe(1);
    await expect.poll(() => status(page).textContent(), { timeout: 10_000 }).toContain("Not saved yet");
    Object.assign(service, { revision: 9, stored: "newer words" });
    page.on("dialog", (dialog) => void dialog.accept());
    await page.goto("/");
    await page.getByText("was kept on this device").waitFor();
    expect(await page.inputValue("#answer")).toBe("newer words");
    service.status = 200;
    await page.getByRole("button", { name: "Use these words instead" }).click();
    await expect.poll(() => service.stored, { timeout: 10_000 }).toBe("older words of mine");
  });

  test("pressed Save during a save on its way do not conflict with themselves", async () => {
    const { page } = await openWindow(base);
    await page.goto("/");
    service.holdMs = 1_500;
    await page.fill("#answer", "pressed at once");
    await page.waitForRequest((request) => request.method() === "POST");
    await Promise.all([page.waitForNavigation(), page.click("button[value=save]")]);
    expect(service.saves.map((save) => [save.intent, save.revision])).toEqual([["autosave", "1"], ["save", "2"]]);
  });

  test("tell the truth when the session has ended", async () => {
    const { page } = await openWindow(base);
    await page.goto("/");
    service.status = 302;
    await page.fill("#answer", "still here");
    await expect.poll(() => status(page).textContent(), { timeout: 10_000 }).toContain("you are signed out");
    expect(await drafts(page)).toBe(1);
  });

  test("are cleared from the device at sign-out only after asking", async () => {
    const { page, expectConsoleError } = await openWindow(base);
    expectConsoleError(/503/);
    service.status = 503;
    await page.goto("/");
    await page.fill("#answer", "unsaved");
    await expect.poll(() => status(page).textContent(), { timeout: 10_000 }).toContain("Not saved yet");
    page.once("dialog", (dialog) => void dialog.dismiss());
    await page.click("text=Sign out");
    expect(await drafts(page)).toBe(1);
    page.once("dialog", (dialog) => void dialog.accept());
    await Promise.all([page.waitForURL("**/sign-out"), page.click("text=Sign out")]);
    expect(await drafts(page)).toBe(0);
  });

  test("are never shown to the next person at the same machine", async () => {
    const { page, expectConsoleError } = await openWindow(base);
    expectConsoleError(/503/);
    service.status = 503;
    await page.goto("/");
    await page.fill("#answer", "private");
    await expect.poll(() => status(page).textContent(), { timeout: 10_000 }).toContain("Not saved yet");
    service.person = "k2";
    page.on("dialog", (dialog) => void dialog.accept());
    await page.goto("/");
    expect(await page.inputValue("#answer")).toBe("");
    await expect.poll(() => drafts(page)).toBe(0);
  });

  test("are counted as the server counts them", async () => {
    const { page } = await openWindow(base);
    await page.goto("/");
    await page.fill("#answer", "one two three four five");
    expect(await page.textContent("#answer-info")).toBe("You have 1 word too many: the limit is 4");
  });
});

test("a form pressed twice is posted once", async () => {
  const { page } = await openWindow(base);
  await page.goto("/");
  service.holdMs = 800;
  await page.evaluate(() => {
    const button = document.querySelector<HTMLButtonElement>("button[value=save]");
    button?.click();
    button?.click();
  });
  await expect.poll(() => service.saves.length).toBe(1);
  await page.waitForLoadState();
  expect(service.saves).toHaveLength(1);
});

test("an idle session is announced, with a button that keeps it", async () => {
  const { page, expectConsoleError } = await openWindow(base);
  expectConsoleError(/./);
  await page.goto("/gallery/tasks");
  await page.evaluate(() => {
    const dialog = document.querySelector("dialog");
    dialog?.setAttribute("data-warn-after", "4");
    dialog?.setAttribute("data-ends-after", "600");
  });
  await page.addScriptTag({ url: "/page.js" });
  const dialog = page.getByRole("dialog", { name: "You will be signed out soon" });
  await dialog.waitFor();
  expect(await dialog.textContent()).toMatch(/signed out in 10 minutes/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Stay signed in" }).click();
  await dialog.waitFor({ state: "hidden" });
});

test("an error link goes into its field", async () => {
  const { page, expectConsoleError } = await openWindow(base);
  expectConsoleError(/./);
  await page.goto("/gallery/form");
  await page.addScriptTag({ url: "/page.js" });
  expect(await page.evaluate(() => document.activeElement?.className)).toContain("govuk-error-summary");
  await page.click("text=The closing date must be a real date >> nth=0");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("due");
});
