import { afterAll, beforeAll, expect, test } from "vitest";
import type { Page } from "playwright-core";

import { goTo, look, phone, startSmallServer, tabTo, windowOf, withoutScript, type SmallServer } from "./walk";

// The day of a challenge: Kent is challenged by the directors of Medway (who leads), Reading and Surrey.
let server: SmallServer;
let record: string;
beforeAll(async () => {
  server = await startSmallServer();
  const { beginChallengeRecord } = await import("~/features/challenge-record");
  const { setKloes, shareKloes } = await import("~/features/kloe");
  const { inTransaction } = await import("~/workflow/transaction.server");
  const { southEast } = server.world;
  const { id } = await inTransaction(async (tx) => {
    await setKloes(tx, { activityId: southEast.cycleId, authorityId: "kent", texts: ["How well does Kent know its front door?", "Is supervision recorded, and does it change practice?"], atMost: 5 });
    await shareKloes(tx, { activityId: southEast.cycleId, authorityId: "kent" });
    return beginChallengeRecord(tx, {
      activityId: southEast.cycleId, kind: "triad", cycleId: southEast.cycleId, regionId: southEast.regionId, authorityId: "kent", heldOn: new Date().toISOString().slice(0, 10), title: "Kent’s challenge record",
      actor: southEast.person("sli-coordinator").actor,
      team: { leadId: southEast.person("dcs", "medway").id, challengerIds: [southEast.person("dcs", "reading").id, southEast.person("dcs", "surrey").id] },
    });
  });
  record = `/challenge-records/${id}`;
});
afterAll(() => server.stop());

async function beside(page: Page, theme: string): Promise<void> {
  await page.getByLabel("Theme", { exact: true }).selectOption(theme);
  await page.getByLabel("Interview or focus group").check();
  await page.getByLabel("No quote here names anybody").check();
}

test("three challengers file at once, one of them without a connection for a while, and nothing is lost", async () => {
  const { southEast } = server.world;
  const { db } = await import("~/platform/db.server");
  const lead = await windowOf(server, southEast.person("dcs", "medway").id);
  const reading = await windowOf(server, southEast.person("dcs", "reading").id, phone);
  const surrey = await windowOf(server, southEast.person("dcs", "surrey").id, withoutScript);
  reading.expectConsoleError(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  surrey.expectConsoleError(/422/);

  // On a phone: begun, then the connection goes.
  await goTo(reading.page, "/challenge-records");
  await look(reading.page, "findings-01-mine-phone");
  await reading.page.getByRole("link", { name: /Kent/ }).click();
  await look(reading.page, "findings-02-record-phone");
  await reading.page.getByRole("link", { name: "File your findings" }).click();
  await look(reading.page, "findings-03-empty-phone");
  await reading.page.getByRole("button", { name: "Write a strength" }).click();
  const begun = reading.page.url();
  await reading.page.getByRole("link", { name: "Back to the findings" }).click();
  await reading.page.getByRole("button", { name: "Write a strength" }).click();
  await reading.page.waitForURL(begun);
  const words = reading.page.getByLabel("What you found");
  await words.fill("The front door answers within a day,");
  await reading.page.getByText(/^Saved \d\d:\d\d/).waitFor();
  await reading.context.setOffline(true);
  await words.pressSequentially(" and referrers said so unprompted.");
  await reading.page.getByText(/no connection/).waitFor({ timeout: 30_000 });
  await beside(reading.page, "front door");
  await look(reading.page, "findings-04-offline-phone");
  await reading.context.setOffline(false);
  await reading.page.getByText(/^Saved \d\d:\d\d/).waitFor({ timeout: 90_000 });
  expect((await db.keptText.findFirstOrThrow({ where: { key: { startsWith: "finding:" } } })).value).toBe("The front door answers within a day, and referrers said so unprompted.");

  // Without script: what may identify a child is asked about, and cannot be passed by accident.
  await goTo(surrey.page, `${record}/findings`);
  await surrey.page.getByRole("button", { name: "Write an area for consideration" }).click();
  await surrey.page.getByLabel("What you found").fill("Supervision is not always written down. In the file of the child named Tom nothing was said since May; write to the office at SO14 7LP.");
  await beside(surrey.page, "workforce");
  await surrey.page.getByRole("button", { name: "File this finding" }).click();
  await surrey.page.getByText("There is a problem").waitFor();
  await look(surrey.page, "findings-05-child-data");
  await surrey.page.getByLabel("I have looked at this, and it is not about a child: SO14 7LP").check();
  await surrey.page.getByRole("button", { name: "File this finding" }).click();
  await surrey.page.getByRole("link", { name: /Say why “SO14 7LP”/ }).waitFor();
  await surrey.page.getByLabel("What it is instead: SO14 7LP").fill("The council’s own office");
  await surrey.page.getByLabel("What you found").fill("Supervision is not always written down. Write to the office at SO14 7LP.");

  // The lead, by keyboard alone.
  await goTo(lead.page, `${record}/findings`);
  await look(lead.page, "findings-06-list");
  await tabTo(lead.page, "Offer good practice");
  await lead.page.keyboard.press("Enter");
  await lead.page.waitForURL(/findings\/[0-9a-f-]{36}/);
  await lead.page.getByLabel("What you found").focus();
  await lead.page.keyboard.type("Medway records supervision in one line on the day; we can show how.");
  await beside(lead.page, "workforce");
  await look(lead.page, "findings-07-write");

  // All three at the same moment.
  await Promise.all([lead, reading, surrey].map(({ page }) => page.getByRole("button", { name: "File this finding" }).click()));
  await Promise.all([lead, reading, surrey].map(({ page }) => page.getByText(/^Filed: /).waitFor()));
  await look(lead.page, "findings-08-filed");
  await look(reading.page, "findings-09-filed-phone");
  expect(await db.finding.count({ where: { filedAt: { not: null }, removedAt: null } })).toBe(3);
  expect(await db.workflowEvent.count({ where: { event: "finding.file" } })).toBe(3);
  expect(await db.outboxEmail.count({ where: { template: "challenge-record/finding-filed" } })).toBe(3);
});

test("two who write the same finding at once choose what to keep, and the history has both", async () => {
  const { southEast } = server.world;
  const author = await windowOf(server, southEast.person("dcs", "reading").id);
  const lead = await windowOf(server, southEast.person("dcs", "medway").id);
  author.expectConsoleError(/409/);
  for (const { page } of [author, lead]) {
    await goTo(page, `${record}/findings`);
    await page.getByRole("link", { name: /^Change the strength/ }).click();
    await page.getByLabel("What you found").waitFor();
  }
  await lead.page.getByLabel("What you found").fill("The front door answers within a day. Referrers told us so.");
  await lead.page.getByRole("button", { name: "Save the finding" }).click();
  await lead.page.getByText("It stays filed.").waitFor();
  await author.page.getByLabel("What you found").fill("The front door answers within a day, at weekends too.");
  await author.page.getByText(/Somebody else saved this first/).waitFor({ timeout: 30_000 });
  await author.page.getByRole("link", { name: "See both versions" }).click();
  await look(author.page, "findings-10-conflict");
  await author.page.getByLabel("Both, one after the other").check();
  await author.page.getByRole("button", { name: "Settle it" }).click();
  await author.page.getByText("Settled").first().waitFor();
  const text = await author.page.getByLabel("What you found").inputValue();
  expect(text).toBe("The front door answers within a day. Referrers told us so.\n\nThe front door answers within a day, at weekends too.");
  await goTo(author.page, `${record}/findings`);
  await author.page.getByRole("link", { name: /^History of the strength/ }).click();
  await look(author.page, "findings-11-history");
});

test("a finding is taken out and put back, the lead finishes, and nobody of the host or another group reads a word", async () => {
  const { southEast, yorkshire } = server.world;
  const { db } = await import("~/platform/db.server");
  const lead = await windowOf(server, southEast.person("dcs", "medway").id);
  await goTo(lead.page, `${record}/findings`);
  await lead.page.getByRole("link", { name: /^Take out the offer of good practice|^Take out the good practice/ }).click();
  await look(lead.page, "findings-12-take-out");
  await lead.page.getByRole("button", { name: "Take it out" }).click();
  await lead.page.getByText("1 finding taken out").click();
  await look(lead.page, "findings-13-taken-out");
  await lead.page.getByRole("link", { name: /^Put back/ }).click();
  await lead.page.getByRole("button", { name: "Put it back" }).click();
  await lead.page.getByRole("link", { name: "Finish the findings" }).click();
  await look(lead.page, "findings-14-finish");
  await lead.page.getByRole("button", { name: "All findings are in" }).click();
  await lead.page.getByText("All findings are in. The lead challenger is writing the letter.").waitFor();
  await look(lead.page, "findings-15-record");
  const told = await db.outboxEmail.findMany({ where: { template: "challenge-record/findings-are-in" }, select: { role: true, props: true } });
  expect([...new Set(told.map((email) => email.role))].sort()).toEqual(["challenger", "coordinator", "hostDcs", "leadChallenger"]);
  expect(JSON.stringify(told)).not.toMatch(/front door answers/);

  for (const [who, status] of [[southEast.person("dcs", "kent").id, 404], [southEast.person("sli-coordinator").id, 404], [yorkshire.person("dcs", "leeds").id, 404]] as const) {
    const { page, ...window } = await windowOf(server, who);
    window.expectConsoleError(/404/);
    expect((await page.goto(`${record}/findings`))?.status()).toBe(status);
  }
  const host = await windowOf(server, southEast.person("dcs", "kent").id, phone);
  await goTo(host.page, record);
  expect(await host.page.locator("main").innerText()).not.toMatch(/front door answers|Supervision is not/);
  await look(host.page, "findings-16-host-phone");
  const coordinator = await windowOf(server, southEast.person("sli-coordinator").id);
  await goTo(coordinator.page, record);
  await look(coordinator.page, "findings-17-coordinator");
  await goTo(coordinator.page, `${record}/act/lead`);
  await look(coordinator.page, "findings-18-lead");
  await goTo(coordinator.page, `${record}/act/withdraw`);
  await look(coordinator.page, "findings-19-withdraw");
});

test("words typed while the lead finishes cannot be saved, and stay on the page to be copied", async () => {
  const { southEast } = server.world;
  const lead = await windowOf(server, southEast.person("dcs", "medway").id);
  const reading = await windowOf(server, southEast.person("dcs", "reading").id, withoutScript);
  reading.expectConsoleError(/409/);
  await goTo(lead.page, `${record}/act/reopen`);
  await lead.page.getByRole("button", { name: "Open the findings again" }).click();
  await goTo(reading.page, `${record}/findings`);
  await reading.page.getByRole("link", { name: /^Change the strength/ }).click();
  const words = reading.page.getByLabel("What you found");
  await words.fill("Words of the last minute.");
  await goTo(lead.page, `${record}/act/finish`);
  await lead.page.getByRole("button", { name: "All findings are in" }).click();
  await lead.page.getByText("The lead challenger is writing the letter.").waitFor();
  await reading.page.getByRole("button", { name: "Save the finding" }).click();
  await reading.page.getByText(/Copy what you typed before you leave the page/).waitFor();
  expect(await words.inputValue()).toBe("Words of the last minute.");
  await reading.page.goto(reading.page.url());
  await reading.page.getByText("The findings are finished: it can no longer be changed.").waitFor();
  await look(reading.page, "findings-20-finished");
});
