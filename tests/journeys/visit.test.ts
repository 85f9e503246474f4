import type { BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { Window } from "~tests/support/browser";

import { keyboard } from "./hands";
import { fillDate, goTo, look, phone, press, type SmallServer, startSmallServer, tabTo, windowOf, withoutScript } from "./walk";

// A peer challenge visit of Leeds, from the request to the closed record, each person in their own window.
let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer();
});
afterAll(() => server.stop());

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** First days that can be, a week apart, before the end of the round. */
async function firstDays(count: number): Promise<readonly string[]> {
  const { db } = await import("~/platform/db.server");
  const { wrongWithDay } = await import("~/features/visit/days");
  const { endsOn } = await db.cycle.findUniqueOrThrow({ where: { id: server.world.yorkshire.cycleId } });
  const bounds = { today: day(0), endsOn: endsOn.toISOString().slice(0, 10), days: 3 };
  return Array.from({ length: 150 }, (_, index) => day(45 + index)).filter((one) => wrongWithDay(one, bounds) === null).filter((_, index) => index % 3 === 0).slice(0, count);
}

/** A pool: the directors of Sheffield and York may lead, four of their people may come, and a partnership chair leads the other kind. */
async function aPool(): Promise<{ readonly chairId: string }> {
  const { enterChallenger } = await import("~/features/challenger-pool");
  const { db } = await import("~/platform/db.server");
  const { yorkshire } = server.world;
  const { actor } = yorkshire.person("sli-coordinator");
  const enter = async (personId: string, level: "lead" | "challenger") => {
    const entered = await enterChallenger({ regionId: yorkshire.regionId, personId, level, themes: ["SEND", "safeguarding partnership"], about: "", maxLoad: 3, trainedOn: day(-30), trainedUntil: day(700), actor });
    if (entered.kind !== "entered") throw new Error(entered.reason);
  };
  for (const authorityId of ["sheffield", "york"]) {
    await enter(yorkshire.person("dcs", authorityId).id, "lead");
    for (const author of yorkshire.authors(authorityId).slice(0, 2)) await enter(author.id, "challenger");
  }
  const post = await db.post.create({ data: { kind: "lscb-chair", title: "Safeguarding Partnership Chair", regionId: yorkshire.regionId, authorityId: "sheffield" } });
  const chair = await db.person.create({ data: { name: "Petra Holt", email: "petra.holt@example.org", holdings: { create: { postId: post.id, from: new Date("2026-01-01") } } } });
  await enter(chair.id, "lead");
  return { chairId: chair.id };
}

test("Leeds asks for a visit, a team comes, presents, and the letter closes it", async () => {
  const { yorkshire } = server.world;
  const { db } = await import("~/platform/db.server");
  const { chairId } = await aPool();
  const days = await firstDays(2);
  const open = (id: string, options: BrowserContextOptions = {}) => windowOf(server, id, options);

  // The delegate prepares without script, and what is wrong is said at the top and beside the field.
  const delegate = await open(yorkshire.person("dcs-delegate", "leeds").id, withoutScript);
  delegate.expectConsoleError(/422/);
  await goTo(delegate.page, "/visits");
  await look(delegate.page, "visit-01-list");
  await delegate.page.getByRole("link", { name: "Ask for a visit" }).click();
  await delegate.page.getByLabel("What is it about?").selectOption("SEND");
  await fillDate(delegate.page, "wished.1", "2021-03-02");
  await delegate.page.getByLabel("What do you want from the visit?").fill("Whether our plans reach families in time.");
  await delegate.page.getByRole("button", { name: "Save the request as a draft" }).click();
  await delegate.page.getByText("The dates must be in the future").first().waitFor();
  expect(await delegate.page.getByLabel("What do you want from the visit?").inputValue()).toBe("Whether our plans reach families in time.");
  await look(delegate.page, "visit-02-request-error");
  await fillDate(delegate.page, "wished.1", days[0] ?? "");
  await fillDate(delegate.page, "wished.2", days[1] ?? "");
  await delegate.page.getByLabel("Why this theme").fill("An inspection has asked about it.");
  await delegate.page.getByRole("button", { name: "Save the request as a draft" }).click();
  await delegate.page.getByText("Saved as a draft").waitFor();
  await look(delegate.page, "visit-03-draft");
  const record = new URL(delegate.page.url()).pathname;
  const id = record.split("/").at(-1) ?? "";

  const director = await open(yorkshire.person("dcs", "leeds").id);
  director.expectConsoleError(/422/);
  await goTo(director.page, "/tasks");
  await director.page.getByRole("link", { name: /Ask for Leeds/ }).click();
  await goTo(director.page, `${record}/request`);
  await look(director.page, "visit-04-request");
  await director.page.getByRole("button", { name: "Save and ask for the visit" }).click();
  await director.page.getByText("Asked for", { exact: true }).first().waitFor();

  const coordinator = await open(yorkshire.person("sli-coordinator").id);
  coordinator.expectConsoleError(/422/);
  await goTo(coordinator.page, `${record}/scope`);
  await coordinator.page.getByRole("button", { name: "Agree the scope" }).click();
  await coordinator.page.getByText("Write at least one key line of enquiry").first().waitFor();
  await coordinator.page.getByLabel("Line 1").fill("Do plans reach families in time?");
  await coordinator.page.getByLabel("How many are on the team").fill("4");
  await look(coordinator.page, "visit-05-scope");
  await coordinator.page.getByRole("button", { name: "Agree the scope" }).click();
  await coordinator.page.getByText("Scope agreed").waitFor();

  const chief = await open(yorkshire.person("chief-executive", "leeds").id, phone);
  await goTo(chief.page, "/tasks");
  await chief.page.getByRole("link", { name: /Read and endorse/ }).click();
  await goTo(chief.page, `${record}/endorse`);
  await look(chief.page, "visit-06-endorse-phone");
  await tabTo(chief.page, "Endorse the visit");
  await chief.page.keyboard.press("Enter");
  await chief.page.getByText("Endorsed", { exact: true }).first().waitFor();

  await goTo(coordinator.page, `${record}/team/propose`);
  await coordinator.page.getByText("Proposed team").waitFor();
  await look(coordinator.page, "visit-07-propose");
  await coordinator.page.getByRole("button", { name: "Check this team" }).click();
  await look(coordinator.page, "visit-08-checked");
  if (await coordinator.page.getByLabel("I have seen this").count()) await coordinator.page.getByLabel("I have seen this").check();
  await coordinator.page.getByRole("button", { name: "Ask them" }).click();
  await coordinator.page.getByText("Asked", { exact: true }).first().waitFor();
  await look(coordinator.page, "visit-09-team");

  await objected(record, director, coordinator);
  const { acceptInvitation } = await import("~/features/assignment");
  const places = await db.assignment.findMany({ where: { activityId: id, workflow: { state: "invited" } }, include: { challenger: true } });
  expect(places).toHaveLength(4);
  for (const { id: assignmentId, challenger } of places) {
    expect(await acceptInvitation({ assignmentId, actor: { kind: "person", personId: challenger.personId }, conflict: "", signed: true })).toMatchObject({ kind: "moved" });
  }
  await goTo(coordinator.page, `${record}/act/confirm-team`);
  await coordinator.page.getByRole("button", { name: "Confirm the team" }).click();
  await coordinator.page.getByText("The team is confirmed").first().waitFor();

  await goTo(director.page, `${record}/arrangements`);
  await director.page.getByRole("button", { name: "Send the arrangements" }).click();
  await director.page.getByText("Say where it takes place").first().waitFor();
  await director.page.getByLabel("Where does it take place?").fill("Merrion House\n110 Merrion Centre, Leeds");
  await director.page.getByLabel("Whom can the team ask?").fill("Olive Marsh, 0113 496 0000");
  await look(director.page, "visit-11-arrangements");
  await director.page.getByRole("button", { name: "Send the arrangements" }).click();
  await director.page.getByText("Arrangements sent").waitFor();

  await goTo(director.page, `${record}/timetable/1`);
  await director.page.locator('[name="slot.0.what"]').fill("Welcome in the atrium");
  await look(director.page, "visit-12-timetable-day");
  await director.page.getByRole("button", { name: "Save day 1" }).click();
  await director.page.getByText("Welcome in the atrium").waitFor();
  await look(director.page, "visit-13-timetable");
  await director.page.getByRole("button", { name: "Send out the timetable" }).click();
  await director.page.getByText("Sent out", { exact: true }).first().waitFor();

  await goTo(director.page, `${record}/statement`);
  await director.page.getByLabel("Where do you think you stand").fill("We answer families late, and we know where. Write to us at LS2 8DT.");
  await director.page.getByRole("button", { name: "Share it with the team" }).click();
  await director.page.getByText("may identify a child").first().waitFor();
  await look(director.page, "visit-14-statement-check");
  await director.page.getByLabel("I have looked at this").check();
  await director.page.getByLabel("What it is instead").fill("The council’s own postcode");
  await director.page.getByRole("button", { name: "Share it with the team" }).click();
  await director.page.getByText("Shared with the team").first().waitFor();
  await goTo(director.page, `${record}/statement/files`);
  await look(director.page, "visit-15-files");
  await goTo(director.page, `${record}/statement/history`);
  await look(director.page, "visit-16-history");
  await goTo(director.page, `${record}/who`);
  await look(director.page, "visit-17-who");

  // The team is there: the day page on the lead's phone.
  const lead = places.find((place) => place.role === "lead")?.challenger.personId ?? "";
  const visitor = await open(lead, phone);
  await goTo(visitor.page, `${record}/statement`);
  await visitor.page.getByText("We answer families late").waitFor();
  await look(visitor.page, "visit-18-statement-phone");
  await goTo(visitor.page, `${record}/act/begin`);
  await visitor.page.getByRole("button", { name: "Begin the visit" }).click();
  await goTo(visitor.page, `${record}/day`);
  await visitor.page.getByText("Welcome in the atrium").first().waitFor();
  await look(visitor.page, "visit-19-day-phone");

  // The last day comes: the clock of the world is moved by moving the days.
  await db.visit.update({ where: { id }, data: { firstDay: new Date(day(-2)), lastDay: new Date(day(0)) } });
  await goTo(visitor.page, `${record}/act/presented`);
  await look(visitor.page, "visit-20-presented-phone");
  await visitor.page.getByRole("button", { name: "The presentation was given" }).click();
  await visitor.page.getByText("Presented", { exact: true }).first().waitFor();
  expect(await db.challengeRecord.count({ where: { activityId: id } })).toBe(1);
  await look(visitor.page, "visit-21-presented");

  const { fire } = await import("~/workflow/fire.server");
  expect(await fire({ workflowId: id, event: "records.agree", actor: { kind: "system" } })).toMatchObject({ to: "closed" });
  await goTo(director.page, record);
  await director.page.getByText("Everything asked of the visit has been done.").waitFor();
  for (const words of ["asked for the visit", "confirmed the team", "gave the presentation"]) await director.page.getByText(words).first().waitFor();
  await look(director.page, "visit-22-closed");

  // Every step's emails are out, with nothing of what was written in them.
  await expect.poll(() => db.outboxEmail.count({ where: { workflowId: id, sentAt: null, supersededAt: null, urgency: "now" } }), { timeout: 60_000 }).toBe(0);
  expect(await db.workflowEvent.count({ where: { workflowId: id, event: { not: "begin" }, emails: { none: {} } } })).toBe(0);
  const letters = await db.mailboxMessage.findMany({ where: { subject: { contains: "Leeds peer challenge visit" } } });
  expect(letters.length).toBeGreaterThan(15);
  for (const letter of letters) expect(letter.text).not.toMatch(/answer families late|reach families|0113 496/);
  expect(letters.some((letter) => letter.calendar?.includes("METHOD:REQUEST"))).toBe(true);

  // Nobody else finds it.
  const neighbour = await open(yorkshire.person("lead-member", "york").id);
  neighbour.expectConsoleError(/404/);
  expect((await neighbour.page.goto(record))?.status()).toBe(404);

  await partnership(chairId, days);
});

/** The host makes its one objection, with a reason, and somebody else is asked to the place. */
async function objected(record: string, director: Window, coordinator: Window): Promise<void> {
  const { db } = await import("~/platform/db.server");
  const id = record.split("/").at(-1) ?? "";
  const hands = keyboard(director.page);
  await goTo(director.page, `${record}/team`);
  await hands.follow(director.page.getByRole("link", { name: "Object to one of them" }));
  await hands.press(director.page.getByRole("button", { name: "Object" }));
  await director.page.getByText("Choose whom you object to").first().waitFor();
  await look(director.page, "visit-10-object");
  const { id: assignmentId, challenger } = await db.assignment.findFirstOrThrow({ where: { activityId: id, role: "challenger" }, orderBy: { id: "asc" }, include: { challenger: { include: { person: true } } } });
  await director.page.locator(`input[name="member"][value="${assignmentId}"]`).check();
  await hands.fill(director.page.getByLabel("Why", { exact: true }), "They inspected us two years ago.");
  await hands.press(director.page.getByRole("button", { name: "Object" }));
  await director.page.getByText("Your objection is recorded").first().waitFor();
  await director.page.getByText("They inspected us two years ago.").waitFor();
  await look(director.page, "visit-10-objected");
  expect((await director.page.request.get(`${record}/object`)).status()).toBe(404);

  await goTo(coordinator.page, `${record}/team`);
  await coordinator.page.getByText("One place is free.").waitFor();
  await press(coordinator.page, /^Ask somebody for the free place/);
  await coordinator.page.getByRole("heading", { name: "Fill a free place" }).waitFor();
  const offered = await coordinator.page.locator('select[name^="seat"] option').allTextContents();
  expect(offered.filter((words) => words.startsWith(challenger.person.name))).toEqual([]);
  await coordinator.page.getByRole("button", { name: "Ask them" }).click();
  if (await coordinator.page.getByLabel("I have seen this").count()) {
    await coordinator.page.getByLabel("I have seen this").check();
    await coordinator.page.getByRole("button", { name: "Ask them" }).click();
  }
  await coordinator.page.getByText("Asked", { exact: true }).first().waitFor();
  await look(coordinator.page, "visit-10-asked-again");
}

/** A visit of the partnership, by the same process: led by a partnership chair, to its confirmed team. */
async function partnership(chairId: string, days: readonly string[]): Promise<void> {
  const { yorkshire } = server.world;
  const { db } = await import("~/platform/db.server");
  const director = await windowOf(server, yorkshire.person("dcs", "leeds").id);
  await goTo(director.page, "/visits/new");
  await director.page.getByLabel("Safeguarding partnership challenge").check();
  await director.page.getByLabel("What is it about?").selectOption("safeguarding partnership");
  await director.page.getByLabel("Why this theme").fill("Our arrangements are new.");
  await director.page.getByLabel("What do you want from the visit?").fill("How well the partners work as one.");
  await fillDate(director.page, "wished.1", days[1] ?? "");
  await director.page.getByRole("button", { name: "Save the request as a draft" }).click();
  await director.page.getByText("Saved as a draft").waitFor();
  const record = new URL(director.page.url()).pathname;
  const id = record.split("/").at(-1) ?? "";
  await goTo(director.page, `${record}/request`);
  await director.page.getByRole("button", { name: "Save and ask for the visit" }).click();
  await director.page.getByText("Asked for", { exact: true }).first().waitFor();
  const { agreeScope, endorseVisit } = await import("~/features/visit");
  const moved = { kind: "moved" };
  expect(await agreeScope({ visitId: id, actor: yorkshire.person("sli-coordinator").actor, scope: { days: 3, teamSize: 3, themes: ["safeguarding partnership"], candidateDays: [days[1] ?? ""], kloes: ["Do partners act as one?"] } })).toMatchObject(moved);
  expect(await endorseVisit({ visitId: id, actor: yorkshire.person("chief-executive", "leeds").actor })).toMatchObject(moved);
  const coordinator = await windowOf(server, yorkshire.person("sli-coordinator").id);
  coordinator.expectConsoleError(/422/);
  await goTo(coordinator.page, `${record}/team/propose`);
  await coordinator.page.getByText("Petra Holt").first().waitFor();
  await coordinator.page.getByText("a safeguarding partnership chair trained to lead").first().waitFor();
  await look(coordinator.page, "visit-23-partnership");
  await coordinator.page.getByRole("button", { name: "Ask them" }).click();
  if (await coordinator.page.getByLabel("I have seen this").count()) {
    await coordinator.page.getByLabel("I have seen this").check();
    await coordinator.page.getByRole("button", { name: "Ask them" }).click();
  }
  await coordinator.page.getByText("Asked", { exact: true }).first().waitFor();
  const { acceptInvitation } = await import("~/features/assignment");
  for (const place of await db.assignment.findMany({ where: { activityId: id }, include: { challenger: true } })) {
    expect(await acceptInvitation({ assignmentId: place.id, actor: { kind: "person", personId: place.challenger.personId }, conflict: "", signed: true })).toMatchObject(moved);
    expect(place.role === "lead").toBe(place.challenger.personId === chairId);
  }
  await goTo(director.page, `${record}/act/welcome`);
  await director.page.getByRole("button", { name: "The team is welcome" }).click();
  await director.page.getByText("The coordinator is told").waitFor();
  await goTo(coordinator.page, `${record}/act/confirm-team`);
  await coordinator.page.getByRole("button", { name: "Confirm the team" }).click();
  await coordinator.page.getByText("The team is confirmed").first().waitFor();
}
