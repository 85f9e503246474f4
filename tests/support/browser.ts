import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, expect, onTestFinished } from "vitest";
import { chromiumPath } from "./chromium";

/** Where the journeys leave their pictures; git ignores it. */
const pictures = path.resolve("tests/screenshots");

let running: Promise<Browser> | undefined;

async function launch(): Promise<Browser> {
  const executablePath = await chromiumPath();
  return chromium.launch({
    executablePath,
    args: [
      // The sandbox refuses root; pages under test are our own.
      ...(process.getuid?.() === 0 ? ["--no-sandbox", "--no-zygote"] : []),
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--font-render-hinting=none",
    ],
  });
}

/** A person's browser window, with its own cookies. */
export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Lets console errors that match pass: a page under test may be meant to fail. */
  expectConsoleError(pattern: RegExp): void;
}

/**
 * Opens a window for this test, closed when the test ends. The test fails on any console error or
 * script failure that was not expected.
 * @param options as in Playwright: `javaScriptEnabled`, `viewport`, `storageState` ...
 */
export async function openWindow(baseURL: string, options: BrowserContextOptions = {}): Promise<Window> {
  running ??= launch();
  const browser = await running;
  const context = await browser.newContext({ baseURL, locale: "en-GB", timezoneId: "Europe/London", reducedMotion: "reduce", ...options });
  const complaints: string[] = [];
  const expected: RegExp[] = [];
  context.on("weberror", (error) => complaints.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
  });
  onTestFinished(async () => {
    await context.close();
    expect(complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint))), "errors in the browser's console").toEqual([]);
  });
  const page = await context.newPage();
  return { page, context, expectConsoleError: (pattern) => expected.push(pattern) };
}

/** Fails unless the page meets WCAG 2.2 AA as far as a program can tell, naming each fault and where it is. */
export async function expectAccessible(page: Page): Promise<void> {
  // Our pages have no frames: the other mode opens an empty page for each check, to gather theirs.
  // What passed is not gathered: that would take as long again.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  const faults = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ")}`);
  expect(faults, `accessibility of ${new URL(page.url()).pathname}`).toEqual([]);
}

/** Fails when the page is wider than its window, so that it would have to be scrolled sideways. */
export async function expectFitsWidth(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(excess, `pixels beyond the window's width at ${new URL(page.url()).pathname}`).toBeLessThanOrEqual(0);
}

/** Leaves a picture of the whole page in tests/screenshots. */
export async function picture(page: Page, name: string): Promise<void> {
  leave(`${name}.png`, await page.screenshot({ fullPage: true }));
}

/** Leaves a file beside the pictures. */
export function leave(name: string, content: Buffer): void {
  mkdirSync(pictures, { recursive: true });
  writeFileSync(path.join(pictures, name), content);
}

afterAll(async () => {
  await (await running)?.close();
  running = undefined;
});
