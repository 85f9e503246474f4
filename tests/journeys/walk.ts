import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";

import { forgetSettings } from "~/platform/settings.server";
import { expectAccessible, expectFitsWidth, openWindow, picture, type Window } from "~tests/support/browser";
import { startServer, type TestServer } from "~tests/support/server";

import type { SmallWorld } from "../../prisma/seed/small";

/** Candour as real processes with a small world in it: four authorities, everybody in post, an open round. */
export interface SmallServer extends TestServer {
  readonly world: SmallWorld;
}

export async function startSmallServer(settings: Readonly<Record<string, string>> = {}, authorities: { readonly southEast?: readonly string[] } = {}): Promise<SmallServer> {
  const server = await startServer({ like: "template", settings });
  process.env["DATABASE_URL"] = server.databaseUrl;
  process.env["SESSION_SECRET"] ??= "a secret for journeys that is long enough";
  forgetSettings();
  const { seedSmall } = await import("../../prisma/seed/small");
  return { ...server, world: await seedSmall(authorities) };
}

/** Windows without script: the accessibility checker is a script, so it looks at the same page in a window beside. */
const scriptless = new WeakSet<BrowserContext>();

/** A window of somebody who is signed in. */
export async function windowOf(server: TestServer, personId: string, options: BrowserContextOptions = {}): Promise<Window> {
  const window = await openWindow(server.url, options);
  if (options.javaScriptEnabled === false) scriptless.add(window.context);
  const response = await window.context.request.post(`/sign-in/as/${personId}`, { headers: { origin: server.url }, form: {}, maxRedirects: 0 });
  expect(response.status()).toBe(302);
  return window;
}

/** What is asked of every page on the way: accessible, fits its width, one main heading. Leaves a picture. */
export async function look(page: Page, name: string): Promise<void> {
  expect(await page.locator("h1").count(), `main headings of ${page.url()}`).toBe(1);
  await picture(page, name);
  if (scriptless.has(page.context())) await besideWithScript(page);
  else {
    await expectAccessible(page);
    await expectFitsWidth(page);
  }
}

async function besideWithScript(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  const viewport = page.viewportSize();
  const { page: twin, context } = await openWindow(origin, { storageState: await page.context().storageState(), ...(viewport ? { viewport } : {}) });
  await twin.goto(page.url());
  await expectAccessible(twin);
  await expectFitsWidth(twin);
  await context.close();
}

export async function goTo(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
}

/**
 * Presses Tab until the wanted link or button has the focus: what somebody without a mouse does.
 * @returns how many presses it took
 */
export async function tabTo(page: Page, name: string | RegExp, most = 120): Promise<number> {
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press("Tab");
    const words = await page.evaluate(() => (document.activeElement?.textContent ?? "").trim() || (document.activeElement?.getAttribute("id") ?? ""));
    if (typeof name === "string" ? words === name : name.test(words)) return count + 1;
  }
  throw new Error(`the keyboard does not reach ${String(name)} on ${page.url()}`);
}

export const phone = { viewport: { width: 320, height: 700 } } as const;
export const withoutScript = { javaScriptEnabled: false } as const;

/** Presses the button, or follows the link, of this name. */
export const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole("button", { name }).or(page.getByRole("link", { name })).first().click();

/** Waits until the page says something. */
export const said = (page: Page, words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor();

/** Types an ISO day into the three fields of a date. */
export async function fillDate(page: Page, name: string, day: string): Promise<void> {
  const [year = "", month = "", date = ""] = day.split("-");
  for (const [part, value] of [["day", date], ["month", month], ["year", year]] as const) await page.locator(`input[name="${name}-${part}"]`).fill(String(Number(value)));
}

/** The day so many days from now. */
export const fillDay = (page: Page, name: string, days: number): Promise<void> => fillDate(page, name, new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
