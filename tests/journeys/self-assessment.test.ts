import { afterAll, beforeAll, expect, test } from "vitest";

import { look, goTo, phone, startSmallServer, windowOf, withoutScript, type SmallServer } from "./walk";

// One authority's self-assessment from an assigned chapter to a shared document, each person in their own window.
let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer();
  // The South East shares within the group, so there has to be one.
  const { setGroups } = await import("~/features/cycle");
  const { southEast } = server.world;
  expect(await setGroups(southEast.cycleId, [southEast.authorityIds], southEast.person("sli-coordinator").actor)).toEqual({ kind: "saved" });
});
afterAll(() => server.stop());

test("Kent writes, returns, signs, endorses, submits and shares, and everybody is told", async () => {
  const { southEast } = server.world;
  const id = southEast.selfAssessmentId("kent");
  const record = `/self-assessments/${id}`;
  const [writer] = southEast.authors("kent");
  if (!writer) throw new Error("Kent has no author");

  const delegate = await windowOf(server, southEast.person("dcs-delegate", "kent").id);
  await goTo(delegate.page, "/tasks");
  await look(delegate.page, "kent-01-delegate-tasks");
  await delegate.page.getByRole("link", { name: /Kent/ }).first().click();
  await look(delegate.page, "kent-02-record");
  await delegate.page.getByRole("link", { name: "Ask people to write chapters" }).click();
  await delegate.page.getByLabel("Leadership and governance").selectOption(writer.id);
  await look(delegate.page, "kent-03-authors");
  await delegate.page.getByRole("button", { name: "Ask them to write" }).click();
  await delegate.page.getByText("1 chapter given out").waitFor();

  const author = await windowOf(server, writer.id);
  await goTo(author.page, "/tasks");
  await author.page.getByRole("link", { name: /Write your chapters/ }).click();
  await goTo(author.page, `${record}/chapters/leadership`);
  await author.page.getByLabel("What has changed since the last round?").fill("A new practice framework, and a stable senior team since spring.");
  await look(author.page, "kent-04-chapter");
  await author.page.getByRole("button", { name: "Save and mark this chapter complete" }).click();
  await author.page.getByText("is complete").first().waitFor();
  await look(author.page, "kent-05-chapters");

  await goTo(delegate.page, `${record}/chapters/practice`);
  await delegate.page.getByLabel("What do audits say?").fill("Two thirds of audited work is good. Supervision is recorded more often than last year.");
  await delegate.page.getByRole("button", { name: "Save and mark this chapter complete" }).click();
  await delegate.page.getByText("is complete").first().waitFor();
  await goTo(delegate.page, `${record}/check`);
  await look(delegate.page, "kent-06-check");
  await delegate.page.getByRole("button", { name: "Send to the director to sign" }).click();
  await delegate.page.getByText("Ready to sign").first().waitFor();

  // The director reads it and returns it with a reason first.
  const director = await windowOf(server, southEast.person("dcs", "kent").id);
  director.expectConsoleError(/422/);
  await goTo(director.page, `${record}/act/return`);
  await director.page.getByRole("button", { name: "Return it" }).click();
  await director.page.getByText("There is a problem").waitFor();
  await look(director.page, "kent-07-return-error");
  await director.page.getByLabel(/reason|Why/i).first().fill("Please name what the audits rest on.");
  await director.page.getByRole("button", { name: "Return it" }).click();
  await director.page.getByText("Please name what the audits rest on.").waitFor();

  await goTo(delegate.page, `${record}/act/edit`);
  await delegate.page.getByRole("button", { name: "Open it for writing" }).click();
  await goTo(delegate.page, `${record}/chapters/practice`);
  await delegate.page.getByLabel("What do audits say?").fill("Two thirds of 120 audited files are good. Supervision is recorded more often than last year.");
  await delegate.page.getByRole("button", { name: "Save", exact: true }).click();
  await goTo(delegate.page, `${record}/check`);
  await delegate.page.getByRole("button", { name: "Send to the director to sign" }).click();
  await delegate.page.getByText("Ready to sign").first().waitFor();

  await goTo(director.page, `${record}/sign`);
  await director.page.getByRole("button", { name: "Sign", exact: true }).click();
  await director.page.getByText("There is a problem").waitFor();
  await look(director.page, "kent-08-sign-error");
  await director.page.getByLabel(/I have read the whole self-assessment/).check();
  await director.page.getByRole("button", { name: "Sign", exact: true }).click();
  await director.page.getByText("Awaiting endorsement").first().waitFor();

  // Endorsed on a phone, and by somebody whose browser runs no script.
  const chief = await windowOf(server, southEast.person("chief-executive", "kent").id, phone);
  await goTo(chief.page, "/tasks");
  await chief.page.getByRole("link", { name: /Read and endorse/ }).click();
  await goTo(chief.page, `${record}/endorse`);
  await look(chief.page, "kent-09-endorse-phone");
  await chief.page.getByRole("button", { name: "I have read it and endorse it" }).click();
  await chief.page.getByText("Endorsed").first().waitFor();
  const member = await windowOf(server, southEast.person("lead-member", "kent").id, withoutScript);
  await goTo(member.page, `${record}/endorse`);
  await member.page.getByRole("button", { name: "I have read it and endorse it" }).click();
  await member.page.getByText("Ready to submit").first().waitFor();

  await goTo(director.page, `${record}/act/submit`);
  await look(director.page, "kent-10-submit");
  await director.page.getByRole("button", { name: "Submit the self-assessment" }).click();
  await director.page.getByText(/SE-\d{4}-KENT-1/).first().waitFor();
  await look(director.page, "kent-11-submitted");

  const coordinator = await windowOf(server, southEast.person("sli-coordinator").id);
  await goTo(coordinator.page, `${record}/act/share`);
  await coordinator.page.getByRole("button", { name: "Share it" }).click();
  await coordinator.page.getByText("Those it is shared with can read it.").waitFor();

  // A director it is shared with reads it, and Kent sees that they did.
  const { db } = await import("~/platform/db.server");
  const reader = await db.workflowParty.findFirstOrThrow({ where: { workflowId: id, role: "reader" }, include: { post: { include: { holdings: true } } } });
  const readerId = reader.post?.holdings[0]?.personId ?? "";
  const elsewhere = await windowOf(server, readerId, phone);
  await goTo(elsewhere.page, `${record}/read`);
  await elsewhere.page.getByText("Two thirds of 120 audited files are good.").waitFor();
  await look(elsewhere.page, "kent-12-read-phone");
  await goTo(director.page, `${record}/readings`);
  const readerName = (await db.person.findUniqueOrThrow({ where: { id: readerId } })).name;
  await director.page.getByText(readerName).first().waitFor();
  await goTo(director.page, `${record}/who`);
  await look(director.page, "kent-13-who-can-see");

  // The timeline says who did what, and every step's emails are in the mailbox.
  await goTo(director.page, record);
  for (const words of ["signed the declaration", "submitted it", "shared it"]) await director.page.getByText(words).first().waitFor();
  await look(director.page, "kent-14-timeline");
  await expect.poll(() => db.outboxEmail.count({ where: { workflowId: id, sentAt: null, supersededAt: null, urgency: "now" } }), { timeout: 30_000 }).toBe(0);
  const silent = await db.workflowEvent.count({ where: { workflowId: id, event: { not: "begin" }, emails: { none: {} } } });
  expect(silent).toBe(0);
  const letters = await db.mailboxMessage.findMany({ where: { subject: { contains: "Kent" } } });
  expect(letters.length).toBeGreaterThan(10);
  for (const letter of letters) {
    expect(letter.text).not.toContain("Two thirds of");
    expect(letter.text).not.toContain("Please name what the audits rest on");
  }
  await goTo(director.page, "/mailbox");
  await look(director.page, "kent-15-mailbox");
});

test("two tabs on one answer lose nothing: the second is told, and chooses", async () => {
  const { southEast } = server.world;
  const record = `/self-assessments/${southEast.selfAssessmentId("medway")}`;
  const question = "What has changed since the last round?";
  const { page: first, context, ...window } = await windowOf(server, southEast.person("dcs-delegate", "medway").id, withoutScript);
  window.expectConsoleError(/409/);
  const second = await context.newPage();
  await goTo(first, `${record}/chapters/leadership`);
  await goTo(second, `${record}/chapters/leadership`);
  await first.getByLabel(question).fill("Written in the first tab.");
  await first.getByRole("button", { name: "Save", exact: true }).click();
  await second.getByLabel(question).fill("Written in the second tab.");
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await goTo(second, `${record}/conflicts`);
  await second.getByText("Written in the first tab.").first().waitFor();
  await second.getByText("Written in the second tab.").first().waitFor();
  await look(second, "medway-01-conflict");
  await second.getByLabel(/both/i).first().check();
  await second.getByRole("button", { name: "Save this choice" }).click();
  await goTo(second, `${record}/chapters/leadership`);
  const kept = await second.getByLabel(question).inputValue();
  expect(kept).toContain("Written in the first tab.");
  expect(kept).toContain("Written in the second tab.");
});

test("a lost connection loses no word: what was typed is sent when it is back", async () => {
  const { southEast } = server.world;
  const id = southEast.selfAssessmentId("reading");
  const { page, context, ...window } = await windowOf(server, southEast.person("dcs-delegate", "reading").id);
  window.expectConsoleError(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  await goTo(page, `/self-assessments/${id}/chapters/leadership`);
  await context.setOffline(true);
  await page.getByLabel("What has changed since the last round?").pressSequentially("Typed while the train was in a tunnel.");
  await page.getByText(/not saved|offline|connection|kept/i).first().waitFor({ timeout: 30_000 });
  await context.setOffline(false);
  const { db } = await import("~/platform/db.server");
  await expect
    .poll(async () => JSON.stringify(await db.answer.findMany({ where: { selfAssessmentId: id, questionId: "context" } })), { timeout: 60_000 })
    .toContain("Typed while the train was in a tunnel.");
});
