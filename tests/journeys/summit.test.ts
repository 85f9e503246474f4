import { afterAll, beforeAll, expect, test } from "vitest";

import type { Page } from "playwright-core";
import { goTo, look, phone, startSmallServer, windowOf, withoutScript, type SmallServer } from "./walk";

// The region's year after the challenge: reports validated by peers, a summit with recommendations and decisions, a plan, and commitments.
let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer();
});
afterAll(() => server.stop());

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).or(page.getByRole("link", { name })).first().click();
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

async function fillDay(page: Page, name: string, days: number): Promise<void> {
  const day = new Date(Date.now() + days * 86_400_000);
  await page.locator(`[name="${name}-day"]`).fill(String(day.getUTCDate()));
  await page.locator(`[name="${name}-month"]`).fill(String(day.getUTCMonth() + 1));
  await page.locator(`[name="${name}-year"]`).fill(String(day.getUTCFullYear()));
}

async function planEvent(page: Page, title: string, kind: string): Promise<string> {
  await goTo(page, "/events/new");
  await page.getByLabel("What is it called?").fill(title);
  await page.getByLabel("What kind of event is it?").selectOption(kind);
  await fillDay(page, "bookBy", 9);
  await fillDay(page, "day", 12);
  await page.getByLabel("In person", { exact: true }).check();
  await page.getByLabel("Where? (leave empty when it is only online)").fill("Town Hall");
  await page.getByLabel("Places", { exact: true }).fill("40");
  await press(page, "Save and check");
  await said(page, "The event is planned");
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

test("reports are validated: allocated, read, asked about, queried, replied to, settled and published", async () => {
  const { yorkshire } = server.world;
  const coordinator = await windowOf(server, yorkshire.person("sli-coordinator").id);
  coordinator.expectConsoleError(/422/);
  const { page } = coordinator;
  const eventId = await planEvent(page, "Challenge event", "validation");
  await press(page, "Who reads what at this event");
  await look(page, "validation-01-no-allocation");
  await page.getByLabel("How many other authorities read each report?").fill("3");
  await page.getByText("Reports that are kept elsewhere").click();
  for (const name of ["Leeds", "Sheffield", "York"]) await page.getByLabel(name, { exact: true }).check();
  await press(page, "Propose who reads what");
  await said(page, /needs 3 readers and only/);
  await look(page, "validation-02-impossible");
  await page.getByLabel("How many other authorities read each report?").fill("2");
  await press(page, "Propose who reads what");
  await said(page, /Every authority reads 2: nobody could have fewer at most, which is proven/);
  await look(page, "validation-03-proposed");
  await press(page, /Name the readers of 3 reports/);
  await said(page, "0 of 3 reports validated");

  const { db } = await import("~/platform/db.server");
  const { id, readers } = await db.validation.findFirstOrThrow({ where: { scrutinyId: eventId, authorityId: "york" }, include: { readers: { where: { leads: true } } } });
  const lead = await windowOf(server, yorkshire.person("dcs", readers[0]?.authorityId).id, phone);
  lead.expectConsoleError(/422/);
  await goTo(lead.page, "/tasks");
  await lead.page.getByRole("link", { name: /Read, and record the outcome of York/ }).first().click();
  await lead.page.getByLabel("Ask the authority something").fill("Which audits show it?");
  await press(lead.page, "Ask the question");
  await said(lead.page, "Your question is asked");
  await look(lead.page, "validation-04-report-phone");

  const host = await windowOf(server, yorkshire.person("dcs-delegate", "york").id, withoutScript);
  await goTo(host.page, `/validations/${id}`);
  await host.page.getByLabel("Your answer").fill("The two of the spring.");
  await press(host.page, "Give the answer");
  await said(host.page, "Your answer is given");

  await goTo(lead.page, `/validations/${id}/act/query`);
  await press(lead.page, "Record the query");
  await said(lead.page, "Write something");
  await look(lead.page, "validation-05-query-error-phone");
  await lead.page.getByLabel("What is the query?").fill("Which figures are meant?");
  await press(lead.page, "Record the query");
  await said(lead.page, "The query is recorded");

  const director = await windowOf(server, yorkshire.person("dcs", "york").id);
  await goTo(director.page, "/tasks");
  await director.page.getByRole("link", { name: /Reply to what was asked about York/ }).first().click();
  await press(director.page, "Reply");
  await director.page.getByLabel("Your reply").fill("Those of the last quarter.");
  await look(director.page, "validation-06-reply");
  await press(director.page, "Give the reply");
  await goTo(lead.page, `/validations/${id}/act/accept`);
  await press(lead.page, "Say that it is settled");
  await goTo(page, `/validations/events/${eventId}`);
  await said(page, "1 of 3 reports validated");
  await press(page, "Publish 1 outcome");
  await said(page, "The outcomes are published");
  await look(page, "validation-07-published");
  await goTo(director.page, "/validations");
  await look(director.page, "validation-08-list");
  expect(await director.page.getByText("1 of 3 reports validated").count()).toBe(1);
});
