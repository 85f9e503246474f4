import type { Page } from "playwright-core";
import { expect } from "vitest";

import { database, letterTo, stateOf, type Triad } from "./triad-round";
import { goTo, look, phone, type SmallServer, windowOf, withoutScript } from "./walk";

const problem = (page: Page) => page.locator(".govuk-error-summary");

/** Three authorities leave groups whose packs are out, one after another, and the others go on in each way that there is. */
export async function authoritiesWithdraw(server: SmallServer, triads: readonly Triad[]): Promise<void> {
  const { southEast } = server.world;
  const db = await database();
  const { page, ...window } = await windowOf(server, southEast.person("sli-coordinator").id, withoutScript);
  window.expectConsoleError(/422/);
  const membersOf = async (id: string) => (await db.triadMember.findMany({ where: { triadId: id, leftAt: null }, select: { authorityId: true } })).map(({ authorityId }) => authorityId);
  const four = triads.find(({ members }) => members.length === 4);
  const [pair, reformed, merged] = triads.slice(1).filter((triad) => triad !== four && triad.members.length === 3);
  if (!four || !pair || !reformed || !merged) throw new Error("the groups are not as they were published");
  const withdraw = async (triad: Triad) => {
    await goTo(page, triad.path);
    await page.getByRole("link", { name: "An authority withdraws" }).or(page.getByRole("button", { name: "An authority withdraws" })).first().click();
    await page.getByLabel("Authority that withdraws").selectOption(triad.members[0]?.id ?? "");
    await page.getByLabel("Reason", { exact: true }).fill("An inspection was announced");
  };
  const change = async () => {
    await page.getByRole("button", { name: "Change the group" }).click();
    await page.getByText("The group has changed").first().waitFor();
  };

  // A pair needs its reason, and nothing typed is lost.
  await withdraw(pair);
  await page.getByLabel("Two go on by themselves").check();
  await page.getByRole("button", { name: "Change the group" }).click();
  await problem(page).waitFor();
  expect(await page.getByLabel("Reason", { exact: true }).inputValue()).toBe("An inspection was announced");
  await page.getByLabel("Why two may go on").fill("They have worked together for years");
  await look(page, "triad-31-pair");
  await change();
  expect(await membersOf(pair.id)).toHaveLength(2);
  await look(page, "triad-32-a-pair");

  await withdraw(reformed);
  await page.getByLabel("Another authority takes the place").check();
  const newcomer = four.members[3]?.id ?? "";
  await page.getByLabel("Who takes the place").selectOption(newcomer);
  await change();
  expect([await membersOf(reformed.id), await membersOf(four.id)]).toEqual([expect.arrayContaining([newcomer]), expect.not.arrayContaining([newcomer])]);

  await withdraw(merged);
  await page.getByLabel("They go into other groups").check();
  const [, ...rest] = merged.members;
  for (const [place, { name }] of rest.entries()) await page.getByLabel(`${name}, if it stays, goes into`).selectOption([pair, four][place]?.id ?? "");
  await look(page, "triad-33-into-others");
  await change();
  expect(await stateOf(merged.id)).toBe("cancelled");
  expect([(await membersOf(pair.id)).length, (await membersOf(four.id)).length]).toEqual([3, 4]);

  // Everybody concerned is told by name, and of no reason.
  const told = await letterTo(southEast.person("dcs", rest[0]?.id ?? "").id, `Triad ${pair.number}`);
  expect(told.text).not.toMatch(/inspection was announced|worked together/);
  const phoneOf = await windowOf(server, southEast.person("dcs", rest[0]?.id ?? "").id, phone);
  await goTo(phoneOf.page, pair.path);
  await look(phoneOf.page, "triad-34-joined-phone");
}
