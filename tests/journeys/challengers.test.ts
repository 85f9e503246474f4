import { afterAll, beforeAll, expect, test } from "vitest";

import { goTo, look, phone, startSmallServer, tabTo, windowOf, withoutScript, type SmallServer } from "./walk";

let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer();
});
afterAll(() => server.stop());

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000);

/** A trained challenger of an authority, and an invitation to a session at Kent; the round stands for the session. */
async function anInvitation(personId: string): Promise<{ challengerId: string; assignmentId: string }> {
  const { southEast } = server.world;
  const { enterChallenger } = await import("~/features/challenger-pool");
  const { inviteToActivity } = await import("~/features/assignment");
  const { inTransaction } = await import("~/workflow/transaction.server");
  const { actor } = southEast.person("sli-coordinator");
  const iso = (days: number) => dayFromNow(days).toISOString().slice(0, 10);
  const entered = await enterChallenger({ regionId: southEast.regionId, personId, level: "challenger", themes: ["SEND"], about: "Ten years in SEND.", maxLoad: 3, trainedOn: iso(-30), actor });
  if (entered.kind !== "entered") throw new Error(entered.reason);
  const invited = await inTransaction((tx) =>
    inviteToActivity(tx, {
      activityId: southEast.cycleId, challengerId: entered.challengerId, role: "challenger", why: "Knows SEND and has time in February.", activityTitle: "the session of Kent",
      on: iso(60), hostAuthorityIds: ["kent"], regionId: southEast.regionId, respondBy: iso(7), actor,
    }),
  );
  if (invited.kind !== "invited") throw new Error(invited.reason);
  return { challengerId: entered.challengerId, assignmentId: invited.assignmentId };
}

test("from an application to available: without script, by the director's decision, a booked training day, and the coordinator's record", async () => {
  const { southEast } = server.world;
  const [person] = southEast.authors("reading");
  if (!person) throw new Error("Reading has no author");
  const applicant = await windowOf(server, person.id, withoutScript);
  applicant.expectConsoleError(/422/);
  await goTo(applicant.page, "/challengers/apply");
  await look(applicant.page, "challengers-01-apply");
  await applicant.page.getByRole("button", { name: "Send to your director" }).click();
  await applicant.page.getByRole("link", { name: "Choose at least one theme" }).waitFor();
  await applicant.page.getByLabel("SEND", { exact: true }).check();
  await applicant.page.getByLabel("What do you bring?").fill("Ten years in SEND, two as head of service.");
  await applicant.page.getByRole("button", { name: "Send to your director" }).click();
  await applicant.page.getByText("Your application is with your director").waitFor();
  const path = new URL(applicant.page.url()).pathname;

  const director = await windowOf(server, southEast.person("dcs", "reading").id);
  director.expectConsoleError(/422/);
  await goTo(director.page, "/tasks");
  await director.page.getByRole("link", { name: /Endorse, or refuse/ }).click();
  await director.page.getByRole("link", { name: /Read and decide/ }).click();
  await look(director.page, "challengers-02-endorse");
  await director.page.getByRole("button", { name: "Do not endorse" }).click();
  await director.page.getByRole("link", { name: "Enter a reason" }).waitFor();
  await director.page.getByRole("button", { name: /^Endorse / }).click();
  await director.page.getByText(/is endorsed/).first().waitFor();

  const coordinator = await windowOf(server, southEast.person("sli-coordinator").id);
  await goTo(coordinator.page, "/challengers/training");
  const day = dayFromNow(0);
  await coordinator.page.getByRole("textbox", { name: "Day", exact: true }).fill(String(day.getDate()));
  await coordinator.page.getByRole("textbox", { name: "Month" }).fill(String(day.getMonth() + 1));
  await coordinator.page.getByRole("textbox", { name: "Year" }).fill(String(day.getFullYear()));
  await coordinator.page.getByLabel(/Where, or the link/).fill("County Hall");
  await look(coordinator.page, "challengers-03-training-days");
  await coordinator.page.getByRole("button", { name: "Plan the training day" }).click();
  await coordinator.page.getByText("The training day is planned").waitFor();

  await goTo(applicant.page, path);
  await applicant.page.getByLabel("Training day").selectOption({ index: 1 });
  await applicant.page.getByRole("button", { name: "Book a place" }).click();
  await applicant.page.getByText("The place is booked").waitFor();
  await look(applicant.page, "challengers-04-own-page");

  await goTo(coordinator.page, "/challengers/training");
  await coordinator.page.locator("tbody a").first().click();
  await look(coordinator.page, "challengers-05-who-came");
  await coordinator.page.getByRole("button", { name: "Record who was there" }).click();
  await coordinator.page.getByText("It is recorded who came").waitFor();
  await goTo(coordinator.page, "/challengers?theme=SEND&state=available");
  await coordinator.page.getByRole("link", { name: person.name }).waitFor();
  await look(coordinator.page, "challengers-06-register");
  await goTo(coordinator.page, "/challengers/demand");
  await look(coordinator.page, "challengers-07-demand");

  // They go to Surrey: the training comes along, and it is Surrey now that they cannot challenge.
  const { db } = await import("~/platform/db.server");
  const held = await db.holding.findFirstOrThrow({ where: { personId: person.id, to: null }, include: { post: true } });
  const [post] = await db.post.findMany({ where: { authorityId: "surrey", kind: held.post.kind }, select: { id: true }, orderBy: { id: "asc" } });
  await goTo(coordinator.page, `/posts/${held.postId}/end/${held.id}`);
  await look(coordinator.page, "challengers-15-leaves-a-post");
  await coordinator.page.getByRole("button", { name: /^End the holding of/ }).click();
  await coordinator.page.waitForURL(/\/posts\/[0-9a-f-]+$/);
  await goTo(coordinator.page, `/posts/${post?.id ?? ""}`);
  await coordinator.page.getByLabel("Who?").selectOption(person.id);
  await coordinator.page.getByRole("button", { name: /^Give the post/ }).click();
  await coordinator.page.getByText("The post is given").first().waitFor();
  // The old post took the session with it.
  const moved = await windowOf(server, person.id, { ...phone, ...withoutScript });
  await goTo(moved.page, path);
  await moved.page.getByText("Employs you today: known by itself, and ends when you move").waitFor();
  const facts = await moved.page.locator("main").innerText();
  expect(facts).toMatch(/Employed by\s+Surrey/);
  expect(facts).toMatch(/Trained on /);
  expect(facts).not.toMatch(/Reading\s+Employs you today/);
  await look(moved.page, "challengers-16-moved-phone");
  // The director of before has nothing of theirs any more.
  director.expectConsoleError(/404/);
  expect((await director.page.goto(path))?.status()).toBe(404);
});

test("an invitation is accepted by keyboard alone, on a phone, with the conflict and the code on the same page", async () => {
  const { southEast } = server.world;
  const person = southEast.person("dcs-delegate", "surrey");
  const { assignmentId } = await anInvitation(person.id);
  const small = await windowOf(server, person.id, phone);
  small.expectConsoleError(/422/);
  await goTo(small.page, "/tasks");
  await small.page.getByRole("link", { name: /Answer the invitation to/ }).click();
  await look(small.page, "challengers-08-invitation-phone");
  await small.page.getByRole("button", { name: "Accept the invitation" }).click();
  await small.page.getByRole("link", { name: "Say whether there is a conflict" }).waitFor();
  await look(small.page, "challengers-09-invitation-errors");
  await tabTo(small.page, "hasConflict");
  await small.page.keyboard.press("Space");
  await tabTo(small.page, "signed");
  await small.page.keyboard.press("Space");
  await tabTo(small.page, "Accept the invitation");
  await small.page.keyboard.press("Enter");
  await small.page.getByText("You have accepted").waitFor();
  await goTo(small.page, "/assignments");
  await look(small.page, "challengers-10-my-challenges");
  const { db } = await import("~/platform/db.server");
  expect(await db.workflow.findUniqueOrThrow({ where: { id: assignmentId }, select: { state: true } })).toEqual({ state: "accepted" });
});

test("an invitation is declined with a reason, the coordinator sees it, and somebody else is asked to the same place", async () => {
  const { southEast } = server.world;
  const person = southEast.person("dcs-delegate", "medway");
  const { assignmentId } = await anInvitation(person.id);
  const { page, expectConsoleError } = await windowOf(server, person.id, withoutScript);
  expectConsoleError(/422/);
  await goTo(page, `/assignments/${assignmentId}`);
  await page.getByRole("button", { name: "Decline the invitation" }).click();
  await page.getByRole("link", { name: "Say why you cannot come" }).waitFor();
  await page.getByLabel("Why can you not come?").fill("On leave that week");
  await page.getByRole("button", { name: "Decline the invitation" }).click();
  await page.getByText("The place is open again").first().waitFor();
  const coordinator = await windowOf(server, southEast.person("sli-coordinator").id);
  await goTo(coordinator.page, `/assignments/${assignmentId}`);
  await coordinator.page.getByText("On leave that week").waitFor();
  await look(coordinator.page, "challengers-11-declined");
  await goTo(coordinator.page, `/rounds/${southEast.cycleId}/challenge-board`);
  await look(coordinator.page, "challengers-12-board");
  const [other] = southEast.authors("medway");
  if (!other) throw new Error("Medway has no author");
  expect((await anInvitation(other.id)).assignmentId).not.toBe(assignmentId);
  await goTo(coordinator.page, `/rounds/${southEast.cycleId}/challenge-board?kind=assignment`);
  await coordinator.page.getByRole("checkbox", { name: /^Choose the session of Kent/ }).first().check();
  await coordinator.page.getByRole("button", { name: "Send a reminder about the chosen" }).click();
  await coordinator.page.getByText("Reminded about 1 thing").waitFor();
});

test("a file of challengers is checked, mended and entered whole", async () => {
  const { southEast } = server.world;
  const [, author] = southEast.authors("kent");
  if (!author) throw new Error("Kent has no second author");
  const { page, expectConsoleError } = await windowOf(server, southEast.person("sli-coordinator").id, withoutScript);
  expectConsoleError(/422/);
  await goTo(page, "/challengers/import");
  await page.getByLabel("Or paste the rows here").fill(`email,level,themes\n${author.email},boss,SEND`);
  await page.getByRole("button", { name: "Check the file" }).click();
  await page.getByText("The level is “challenger” or “lead”").waitFor();
  expect(await page.getByLabel("Or paste the rows here").inputValue()).toContain("boss");
  await look(page, "challengers-13-import-problems");
  await page.getByLabel("Or paste the rows here").fill(`email,level,themes\n${author.email},lead,SEND`);
  await page.getByRole("button", { name: "Check the file" }).click();
  await page.getByRole("button", { name: "Enter 1 challenger" }).click();
  await page.getByText("1 challenger entered").waitFor();
  await page.getByRole("link", { name: author.name }).click();
  await look(page, "challengers-14-profile");
});
