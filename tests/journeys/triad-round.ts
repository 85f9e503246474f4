import type { Page } from "playwright-core";
import { expect } from "vitest";

// What the journey of the South East’s round uses throughout.

/** A group of the round, once it is published. */
export interface Triad {
  readonly id: string;
  readonly path: string;
  readonly number: number;
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

/** The nineteen authorities of the South East. */
export const southEastIds = [
  "bracknell-forest", "brighton-and-hove", "buckinghamshire", "east-sussex", "hampshire", "isle-of-wight", "kent", "medway", "milton-keynes", "oxfordshire", "portsmouth", "reading", "slough", "southampton", "surrey",
  "west-berkshire", "west-sussex", "windsor-and-maidenhead", "wokingham",
];

/** The journey’s own database, once its server has started. */
export const database = async () => (await import("~/platform/db.server")).db;

export const stateOf = async (id: string) => (await (await database()).workflow.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;

/** What the act came to; fails when it was refused. */
export async function done<Result extends { readonly kind: string }>(act: Promise<Result>): Promise<Result> {
  const result = await act;
  expect(["moved", "saved", "asked"], JSON.stringify(result)).toContain(result.kind);
  return result;
}

/** The newest letter to a person about something, once the worker has sent it. */
export async function letterTo(personId: string, subject: string) {
  const db = await database();
  await expect.poll(() => db.mailboxMessage.count({ where: { personId, subject: { contains: subject } } }), { timeout: 60_000 }).toBeGreaterThan(0);
  return db.mailboxMessage.findFirstOrThrow({ where: { personId, subject: { contains: subject } }, orderBy: { at: "desc" } });
}

/** Looks until the search for groups has ended. */
export async function untilFound(page: Page): Promise<void> {
  for (let looks = 0; looks < 90; looks += 1) {
    const link = page.getByRole("link", { name: "See how far it is" });
    if ((await link.count()) === 0) return;
    await page.waitForTimeout(1_000);
    await link.first().click();
  }
  throw new Error("the search did not end");
}
