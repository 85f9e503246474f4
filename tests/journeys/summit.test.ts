import { afterAll, beforeAll, expect, test } from "vitest";

import type { Page } from "playwright-core";
import { onePagePdf } from "../../prisma/seed/evidence";
import { fillDay, goTo, look, phone, press, said, type SmallServer, startSmallServer, windowOf, withoutScript } from "./walk";

// The region's year after the challenge: reports validated by peers, a summit with recommendations and decisions, a plan, and commitments.
let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer();
});
afterAll(() => server.stop());

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

test("a summit: its agenda, a recommendation drafted in the room, decided at a directors' meeting, put into the plan, and done", async () => {
  const { southEast } = server.world;
  const { db } = await import("~/platform/db.server");
  const coordinator = await windowOf(server, southEast.person("sli-coordinator").id);
  coordinator.expectConsoleError(/422/);
  const { page } = coordinator;
  const eventId = await planEvent(page, "Improvement summit", "summit");
  await goTo(page, `/events/${eventId}/act/open`);
  await press(page, "Open booking and tell those invited");
  await goTo(page, `/summits/${eventId}/agenda`);
  await press(page, "Add the line");
  await said(page, "Enter when it begins, like 09:30");
  await page.getByLabel("Begins at").fill("09.30");
  await page.getByLabel("What is it about?").fill("What we recommend");
  await press(page, "Add the line");
  await said(page, "The line is added");
  await look(page, "summit-01-agenda");

  // Somebody in the room drafts on their phone, and proposes.
  const submitter = await windowOf(server, southEast.person("dcs-delegate", "reading").id, phone);
  submitter.expectConsoleError(/422/);
  await goTo(submitter.page, `/summits/${eventId}`);
  await press(submitter.page, "Draft it");
  await said(submitter.page, "Enter what you recommend");
  await submitter.page.getByLabel("What is it called?").fill("One kinship offer");
  await submitter.page.getByLabel("What do you recommend to the directors?").fill("Agree one offer to kinship carers.");
  await look(submitter.page, "summit-02-draft-phone");
  await press(submitter.page, "Draft it");
  await said(submitter.page, "It is drafted");
  const recommendation = new URL(submitter.page.url()).pathname;
  await press(submitter.page, "Propose it to the directors");
  await press(submitter.page, "Propose it");
  await said(submitter.page, "It is proposed");

  await goTo(page, "/directors-meetings");
  await fillDay(page, "heldOn", 0);
  await page.getByLabel("Where?").fill("County Hall");
  await press(page, "Plan the meeting");
  await said(page, "The meeting is planned");
  const meeting = new URL(page.url()).pathname;
  await said(page, "Not yet: put something on the agenda first.");
  await goTo(page, `${recommendation}/act/agenda`);
  await page.getByLabel("Which directors’ meeting?").selectOption({ index: 1 });
  await page.getByLabel("Paper for the directors (optional)").fill("What it costs, and who would lead it.");
  await press(page, "Put it on the agenda");
  await said(page, "It is on the agenda");
  await press(page, "Add files to its papers, or take them off");
  await page.getByLabel("Add a file").setInputFiles({ name: "Costs.pdf", mimeType: "application/pdf", buffer: Buffer.from("No document at all") });
  await press(page, "Add the file");
  await said(page, "The file is not of a kind that can be attached, whatever its name says");
  await look(page, "summit-08-paper-error");
  await page.getByLabel("Add a file").setInputFiles({ name: "Costs.pdf", mimeType: "application/pdf", buffer: Buffer.from(onePagePdf(["What it costs"])) });
  await press(page, "Add the file");
  await said(page, "The paper is added");
  await goTo(page, `${meeting}/act/send`);
  await look(page, "summit-03-send-agenda");
  await press(page, "Send it to every director");
  await said(page, "The agenda is sent");

  const director = await windowOf(server, southEast.person("dcs", "medway").id, withoutScript);
  await goTo(director.page, meeting);
  await director.page.getByText("Paper: One kinship offer").waitFor();
  const paper = await director.page.getByRole("link", { name: "Costs.pdf" }).getAttribute("href");
  const file = await director.context.request.get(paper ?? "");
  expect([file.status(), file.headers()["content-type"], (await file.body()).subarray(0, 4).toString()]).toEqual([200, "application/pdf", "%PDF"]);
  await look(director.page, "summit-04-papers");

  const chair = await windowOf(server, southEast.person("regional-chair").id);
  chair.expectConsoleError(/422/);
  await goTo(chair.page, "/tasks");
  await chair.page.getByRole("link", { name: /Decide the recommendation “One kinship offer”/ }).first().click();
  await chair.page.getByRole("link", { name: "Defer it" }).click();
  await chair.page.getByRole("button", { name: "Record that it is deferred" }).click();
  await said(chair.page, "Enter the date of the next meeting");
  await said(chair.page, "Give the reason");
  await look(chair.page, "summit-05-defer-errors");
  await goTo(chair.page, `${recommendation}/act/amend`);
  await chair.page.getByLabel("The words as they are accepted").fill("Agree one offer, and publish it.");
  await chair.page.getByLabel("Reason").fill("It should be public.");
  await press(chair.page, "Record it with its new words");
  await said(chair.page, "The decision is recorded");
  await look(chair.page, "summit-06-decided");

  await goTo(page, `${meeting}/act/close`);
  await press(page, "Close it, and tell every director");
  await said(page, "The meeting is closed");
  await goTo(page, `${recommendation}/act/plan`);
  await page.getByLabel("Who owns it?").selectOption({ label: await ownerIn(page, "Kent") });
  await fillDay(page, "doneBy", 90);
  await press(page, "Put it into the plan");
  await said(page, "It is in the plan");
  const owner = await windowOf(server, southEast.person("dcs", "kent").id);
  await goTo(owner.page, `${recommendation}/act/complete`);
  await owner.page.getByLabel("What changed, and what shows it?").fill("The offer is published by all four.");
  await press(owner.page, "Say that it is done");
  await said(owner.page, "It is done");
  await goTo(director.page, "/decisions");
  await said(director.page, "It should be public.");
  await look(director.page, "summit-07-decision-log");
  expect(await db.decision.count()).toBe(1);
});

/** The label of the director of an authority in a list of posts. */
async function ownerIn(page: Page, authority: string): Promise<string> {
  const labels = await page.getByLabel("Who owns it?").locator("option").allInnerTexts();
  return labels.find((label) => label.includes(`Director of Children's Services, ${authority}`)) ?? "";
}
