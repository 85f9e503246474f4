import { fileTypeFromBuffer } from "file-type";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { mainPart } from "~tests/support/word";
import { leave } from "~tests/support/browser";
import { goTo, look, phone, startSmallServer, tabTo, windowOf, withoutScript, type SmallServer } from "./walk";

// One letter from its draft to the closed record: a point accepted, a point refused, final, released, planned, reviewed.
let server: SmallServer;
let record = "";
beforeAll(async () => {
  server = await startSmallServer();
  const { southEast } = server.world;
  const { aRecordToDraft } = await import("~tests/letter/small");
  const id = await aRecordToDraft({
    regionId: southEast.regionId, cycleId: southEast.cycleId, activityId: southEast.cycleId, authorityId: "kent",
    coordinator: southEast.person("sli-coordinator").actor, dcs: southEast.person("dcs", "kent").actor, lead: southEast.person("dcs", "surrey").actor,
  });
  record = `/challenge-records/${id}`;
});
afterAll(() => server.stop());

async function inMonths(page: Page, name: RegExp, months: number): Promise<void> {
  const date = new Date(Date.now() + months * 30 * 86_400_000);
  const group = page.getByRole("group", { name });
  await group.getByLabel("Day").fill(String(date.getUTCDate()));
  await group.getByLabel("Month").fill(String(date.getUTCMonth() + 1));
  await group.getByLabel("Year").fill(String(date.getUTCFullYear()));
}

test("Kent's letter: drafted, checked with one point accepted and one refused, final, released, planned, reviewed, closed", async () => {
  const { southEast } = server.world;

  // The lead challenger drafts the letter from the findings and works on it.
  const lead = await windowOf(server, southEast.person("dcs", "surrey").id);
  await goTo(lead.page, `${record}/letter`);
  await look(lead.page, "letter-01-not-drafted");
  await lead.page.getByRole("button", { name: /Draft the letter from 5 findings/ }).click();
  await lead.page.getByText("The letter is drafted").waitFor();
  await look(lead.page, "letter-02-editor");
  await lead.page.getByLabel("What it says (Areas for consideration, paragraph 2)").fill("Supervision is not always recorded. Staff told us that it happens all the same.");
  await lead.page.getByRole("button", { name: "Move up Areas for consideration, paragraph 2" }).click();
  await lead.page.getByText("Moved up").waitFor();
  expect(await lead.page.getByLabel("What it says (Areas for consideration, paragraph 1)").inputValue()).toContain("Staff told us");
  await lead.page.getByRole("button", { name: "Take out Recommendations, paragraph 1" }).click();
  await lead.page.getByText("1 finding is in no paragraph").waitFor();
  await lead.page.getByRole("button", { name: "Add a paragraph to Recommendations" }).click();
  await lead.page.getByLabel("What it says (Recommendations, paragraph 1)").fill("Look at how supervision is recorded.");
  await lead.page.locator("summary", { hasText: "It rests on no finding" }).last().click();
  await look(lead.page, "letter-03-editor-left-out");
  await tabTo(lead.page, "Save and go on to sending it");
  await lead.page.keyboard.press("Enter");
  await lead.page.getByRole("heading", { name: "Send the letter for its facts to be checked" }).waitFor();
  await look(lead.page, "letter-04-send");
  await lead.page.getByRole("button", { name: "Send it to be checked" }).click();
  await lead.page.getByText("Sent to be checked").waitFor();

  // The delegate writes points down on a phone: one fact, and one that is really a view.
  const delegate = await windowOf(server, southEast.person("dcs-delegate", "kent").id, phone);
  delegate.expectConsoleError(/422/);
  await goTo(delegate.page, `${record}/accuracy`);
  await look(delegate.page, "letter-05-accuracy-phone");
  await delegate.page.getByRole("link", { name: "Raise a point of fact about Areas for consideration: Front door" }).click();
  await look(delegate.page, "letter-06-point-phone");
  const raise = async (quote: string, wrong: string, right: string) => {
    await delegate.page.getByLabel("The words that are wrong").fill(quote);
    await delegate.page.getByLabel("What is wrong with them").fill(wrong);
    await delegate.page.getByLabel("What is right").fill(right);
    await delegate.page.getByLabel("What shows it").fill("Workforce census of September");
    await delegate.page.getByRole("button", { name: "Keep this point" }).click();
  };
  await raise("9 social workers", "It has 12.", "The team has 12 social workers.");
  await delegate.page.getByText("There is a problem").waitFor();
  await look(delegate.page, "letter-07-point-not-marked");
  await delegate.page.getByLabel("This is a matter of fact, not of opinion").check();
  await delegate.page.getByRole("button", { name: "Keep this point" }).click();
  await delegate.page.getByText("The point is kept").waitFor();
  await delegate.page.getByRole("link", { name: "Raise a point of fact about Areas for consideration: Workforce" }).click();
  await delegate.page.getByLabel("This is a matter of fact, not of opinion").check();
  await raise("Supervision is not always recorded.", "We feel that this is unfair.", "Supervision is good.");
  await delegate.page.getByText(/reads like a view/).first().waitFor();
  await look(delegate.page, "letter-08-opinion-warned");
  await delegate.page.getByLabel(/I have read it again/).check();
  await delegate.page.getByRole("button", { name: "Keep this point" }).click();
  await delegate.page.getByText("The point is kept").waitFor();
  await delegate.page.getByText(/Only the director of Kent sends them/).waitFor();

  const director = await windowOf(server, southEast.person("dcs", "kent").id, withoutScript);
  await goTo(director.page, `${record}/accuracy`);
  await look(director.page, "letter-09-director-sends");
  await director.page.getByRole("button", { name: "Send 2 points to the lead challenger" }).click();
  await director.page.getByText("The points are sent").waitFor();

  // The lead challenger accepts the fact and refuses the opinion.
  lead.expectConsoleError(/422/);
  await goTo(lead.page, `${record}/accuracy`);
  await lead.page.getByRole("link", { name: /Answer point 1 of Areas for consideration: Front door/ }).click();
  await lead.page.getByLabel("Accept it, and change the paragraph").check();
  await lead.page.getByLabel("What you tell the authority").fill("The census shows it.");
  await lead.page.getByRole("button", { name: "Keep this answer" }).click();
  await lead.page.getByText("There is a problem").waitFor();
  await look(lead.page, "letter-10-nothing-changed");
  await lead.page.getByLabel("How the paragraph now reads").fill("The team has 12 social workers, and calls wait.");
  await lead.page.getByRole("button", { name: "Keep this answer" }).click();
  await lead.page.getByText("Accepted, and the paragraph is changed").waitFor();
  await lead.page.getByRole("link", { name: /Answer point 1 of Areas for consideration: Workforce/ }).click();
  await lead.page.getByLabel("Refuse it").check();
  await lead.page.getByLabel("It is about an opinion, not a fact").check();
  await lead.page.getByLabel("What you tell the authority").fill("This is what staff told us. Your response can say how you see it.");
  await look(lead.page, "letter-11-refuse");
  await lead.page.getByRole("button", { name: "Keep this answer" }).click();
  await lead.page.getByText("Every point has an answer").waitFor();
  await look(lead.page, "letter-12-answers");
  await lead.page.getByRole("button", { name: "Send the 2 answers" }).click();
  await lead.page.getByText("The answers are sent").waitFor();
  await goTo(director.page, `${record}/accuracy`);
  await director.page.getByText("It is about an opinion, not a fact").waitFor();
  await look(director.page, "letter-13-answers-for-director");
  await goTo(director.page, `${record}/response`);
  await director.page.getByLabel("Your response").fill("We are proud of how our teams are supervised, and will record it better.");
  await look(director.page, "letter-14-response");
  await director.page.getByRole("button", { name: "Give this response" }).click();
  await director.page.getByText("Your response stands beside the letter").waitFor();

  await goTo(lead.page, `${record}/letter/finalise`);
  await look(lead.page, "letter-15-finalise");
  await lead.page.getByRole("button", { name: "Make it final" }).click();
  await lead.page.getByText("The letter is final", { exact: true }).first().waitFor();
  await look(lead.page, "letter-16-final");

  // The chief executive opens it on a phone; the files say the same as the page.
  const chief = await windowOf(server, southEast.person("chief-executive", "kent").id, phone);
  await goTo(chief.page, `${record}/final`);
  await chief.page.getByText("The team has 12 social workers, and calls wait.").waitFor();
  await look(chief.page, "letter-17-final-phone");
  const download = async (kind: string) => {
    const response = await chief.context.request.get(`${record}/final.${kind}`);
    expect(response.status()).toBe(200);
    const file = await response.body();
    leave(`letter.${kind}`, file);
    return file;
  };
  const word = await download("docx");
  const pdf = await download("pdf");
  expect((await fileTypeFromBuffer(word))?.ext).toBe("docx");
  expect((await fileTypeFromBuffer(pdf))?.ext).toBe("pdf");
  expect(mainPart(word)).toContain("The team has 12 social workers, and calls wait.");
  expect(pdf.includes("/StructTreeRoot")).toBe(true);

  // The region reads it only once the director lets it.
  const coordinator = await windowOf(server, southEast.person("sli-coordinator").id);
  coordinator.expectConsoleError(/404/);
  expect((await coordinator.page.goto(`${record}/final`))?.status()).toBe(404);
  await goTo(director.page, `${record}/release`);
  await look(director.page, "letter-18-release");
  await director.page.getByLabel("The region’s coordinator and chair may read the letter").check();
  await director.page.getByRole("button", { name: "Save who may read the letter" }).click();
  await goTo(coordinator.page, `${record}/final`);
  await goTo(director.page, `${record}/seen`);
  await director.page.getByText(southEast.person("sli-coordinator").name).first().waitFor();
  await look(director.page, "letter-19-seen");
  const stranger = await windowOf(server, southEast.person("dcs", "medway").id);
  stranger.expectConsoleError(/404/);
  expect((await stranger.page.goto(`${record}/final`))?.status()).toBe(404);

  // The plan: one area with an action, one with the reason for none.
  await goTo(delegate.page, `${record}/plan`);
  await look(delegate.page, "letter-20-plan-phone");
  await delegate.page.getByRole("link", { name: /Answer this area.*Front door/ }).click();
  await delegate.page.getByLabel("With actions").check();
  await delegate.page.getByLabel("What will be done, action 1").fill("Hire two duty workers");
  await delegate.page.getByRole("button", { name: "Keep this answer" }).click();
  await delegate.page.getByText("There is a problem").waitFor();
  await look(delegate.page, "letter-21-area-error");
  await delegate.page.getByLabel("Who does it, action 1").fill("Head of the front door");
  await inMonths(delegate.page, /By when.*action 1/, 3);
  await delegate.page.getByRole("button", { name: "Keep this answer" }).click();
  await delegate.page.getByText("The answer is kept").waitFor();
  await delegate.page.getByRole("link", { name: /Answer this area.*Workforce/ }).click();
  await delegate.page.getByLabel("No action, because").check();
  await delegate.page.getByLabel("Why there is none").fill("It has been recorded since May.");
  await delegate.page.getByRole("button", { name: "Keep this answer" }).click();
  await delegate.page.getByText(/Only the director of Kent sends it/).waitFor();
  await goTo(director.page, `${record}/plan`);
  await look(director.page, "letter-22-plan-to-send");
  await director.page.getByRole("button", { name: "Send the plan to the lead challenger" }).click();
  await goTo(lead.page, `${record}/plan`);
  await look(lead.page, "letter-23-plan-to-agree");
  await lead.page.getByRole("button", { name: "Agree the plan" }).click();
  await lead.page.getByText("The plan is agreed").first().waitFor();

  await goTo(delegate.page, `${record}/progress`);
  await delegate.page.getByLabel("How it stands, action 1").selectOption("underWay");
  await delegate.page.getByLabel("What has happened since, action 1").fill("One of two has started.");
  await look(delegate.page, "letter-24-progress-phone");
  await delegate.page.getByRole("button", { name: "Send how they go" }).click();
  await delegate.page.getByText("One of two has started.").waitFor();

  await goTo(lead.page, `${record}/review`);
  await look(lead.page, "letter-25-review-before");
  await lead.page.getByRole("button", { name: "Open the review now" }).click();
  await lead.page.getByText("The progress review is open").waitFor();
  await lead.page.getByRole("button", { name: "Record the review and close" }).click();
  await lead.page.getByText("There is a problem").waitFor();
  await look(lead.page, "letter-26-review-error");
  await lead.page.getByRole("group", { name: /Action 1: Hire two duty workers/ }).getByLabel("Done").check();
  await lead.page.getByLabel(/What has changed for children and families/).fill("Calls are answered within a minute, and nobody waits for a visit.");
  await lead.page.getByRole("button", { name: "Record the review and close" }).click();
  await lead.page.getByText("The record is closed").waitFor();
  await look(lead.page, "letter-27-closed");

  await goTo(coordinator.page, "/themes");
  await coordinator.page.getByText(/Fewer than 3 authorities/).first().waitFor();
  await look(coordinator.page, "letter-28-themes");

  // Every step told somebody, and no email holds a word of the letter, the points or the plan.
  const { db } = await import("~/platform/db.server");
  const emails = await db.outboxEmail.findMany({ where: { workflowId: record.split("/").at(-1) ?? "" } });
  expect(emails.length).toBeGreaterThan(25);
  for (const secret of ["social workers", "Staff told us", "duty workers", "proud of how", "within a minute"]) expect(JSON.stringify(emails.map((email) => email.props))).not.toContain(secret);
});
