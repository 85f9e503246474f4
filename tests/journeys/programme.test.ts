import { afterAll, beforeAll, expect, test } from "vitest";

import { fillDay, goTo, look, phone, type SmallServer, startSmallServer, tabTo, windowOf, withoutScript } from "./walk";

// A leadership programme of the South East: planned, nominated, approved by a link, endorsed, selected, booked by keyboard alone, taught, attended, evaluated.
let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer();
});
afterAll(() => server.stop());

test("a programme from the plan to the certificate, by coordinator, delegate, line manager, director, participant and tutor", async () => {
  const { southEast } = server.world;
  const { db } = await import("~/platform/db.server");
  const { linkFor } = await import("~/features/nomination");
  const [participantId, tutorId] = [southEast.person("performance-lead", "reading"), southEast.person("dcs", "medway")].map(({ id }) => id) as [string, string];
  const participantPerson = await db.person.findUniqueOrThrow({ where: { id: participantId } });
  const tutorPerson = await db.person.findUniqueOrThrow({ where: { id: tutorId } });

  const coordinator = await windowOf(server, southEast.person("sli-coordinator").id);
  coordinator.expectConsoleError(/422/);
  const { page } = coordinator;
  await goTo(page, "/programmes");
  await look(page, "programme-01-empty");
  await goTo(page, "/programmes/new");
  await page.getByLabel("What is the programme called?").fill("Senior Leaders Programme");
  await page.getByLabel("Short name").fill("SLP");
  await page.getByLabel("Aims (optional)").fill("To lead across services.");
  await look(page, "programme-02-new");
  await page.getByRole("button", { name: "Make the programme" }).click();
  await page.getByText("The programme is made").first().waitFor();
  const programmePath = new URL(page.url()).pathname;
  await page.getByText("Add a tutor", { exact: false }).first().click();
  await page.getByLabel("Email address", { exact: true }).fill(tutorPerson.email);
  await page.getByRole("button", { name: "Add to the pool" }).click();
  await page.getByText(`${tutorPerson.name} is in the pool of tutors`).first().waitFor();
  await look(page, "programme-03-programme");

  await goTo(page, `${programmePath}/cohorts/new`);
  await page.getByLabel("Places", { exact: true }).fill("1");
  await fillDay(page, "closesOn", 7);
  await fillDay(page, "selectBy", 3);
  await page.getByRole("button", { name: "Plan the cohort" }).click();
  await page.getByText("The board decides after the closing date").first().waitFor();
  await look(page, "programme-04-cohort-errors");
  await fillDay(page, "selectBy", 10);
  await page.getByRole("button", { name: "Plan the cohort" }).click();
  await page.getByText("The cohort is planned").first().waitFor();
  const cohortPath = new URL(page.url()).pathname;
  for (const [title, offset] of [["Leading across services", 30], ["Leading improvement", 40]] as const) {
    await goTo(page, `${cohortPath}/day-new`);
    await page.getByLabel("What is the day called?").fill(title);
    await page.getByLabel(tutorPerson.name).check();
    await fillDay(page, "day", offset);
    await page.getByLabel("Where? (leave empty when it is only online)").fill("Civic Hall");
    await page.getByRole("button", { name: "Add the day" }).click();
    await page.getByText("The day is added").first().waitFor();
  }
  await look(page, "programme-05-cohort");
  await goTo(page, `${cohortPath}/act/open`);
  await page.getByRole("button", { name: "Open nominations and invite the directors" }).click();
  await page.getByText("Nominations are open").first().waitFor();

  // The delegate nominates; what is missing is said, and nothing typed is lost.
  const delegate = await windowOf(server, southEast.person("dcs-delegate", "reading").id);
  delegate.expectConsoleError(/422/);
  await goTo(delegate.page, `${cohortPath}/nominate`);
  await delegate.page.getByLabel("Name of the person").fill(participantPerson.name);
  await delegate.page.getByLabel("Their email address at work").fill(participantPerson.email);
  await delegate.page.getByRole("button", { name: "Nominate", exact: true }).click();
  await delegate.page.getByText("Choose the service").first().waitFor();
  await look(delegate.page, "programme-06-nominate-errors");
  await delegate.page.getByLabel("Children’s services").check();
  await delegate.page.getByLabel("Their job").fill("Performance Lead");
  await delegate.page.getByLabel("Name of their line manager").fill("Sam Okafor");
  await delegate.page.getByLabel("Email address of the line manager").fill("sam.okafor@reading.example");
  await delegate.page.getByLabel("What do they hope to gain, and to give?").fill("To learn how others lead with data.");
  await delegate.page.getByRole("button", { name: "Nominate", exact: true }).click();
  await delegate.page.getByText(`${participantPerson.name} is nominated`).first().waitFor();
  await look(delegate.page, "programme-07-nomination");
  const nominationPath = new URL(delegate.page.url()).pathname;
  const nominationId = nominationPath.split("/").at(-1) ?? "";

  // The coordinator sees on the chase board whom it waits for, and reminds them.
  const chase = `/regions/${southEast.regionId}/programmes/chase`;
  await goTo(page, "/programmes");
  await page.getByRole("link", { name: /^Chase board: nominations/ }).click();
  await page.getByRole("checkbox", { name: `Choose ${participantPerson.name}`, exact: false }).check();
  await page.getByRole("button", { name: "Send a reminder about the chosen" }).click();
  await page.getByText("Reminded about 1 thing").first().waitFor();
  await look(page, "programme-07b-chase");

  // The line manager has a link and no post: opening it does nothing, the button does.
  const manager = await windowOf(server, participantId, phone);
  await manager.context.clearCookies();
  await goTo(manager.page, linkFor(nominationId, 1));
  await look(manager.page, "programme-08-approve-phone");
  expect((await db.workflow.findUniqueOrThrow({ where: { id: nominationId } })).state).toBe("awaitingManager");
  await manager.page.getByRole("button", { name: "Approve it" }).click();
  await manager.page.getByText("You are no longer waited for").waitFor();

  const director = await windowOf(server, southEast.person("dcs", "reading").id, withoutScript);
  await goTo(director.page, "/programmes");
  await director.page.getByRole("link", { name: "Your people on programmes" }).click();
  await director.page.getByRole("link", { name: `Endorse the nomination of ${participantPerson.name}` }).waitFor();
  await look(director.page, "programme-08b-own-people");
  await goTo(director.page, "/tasks");
  await director.page.getByRole("link", { name: /Endorse the nomination/ }).click();
  await look(director.page, "programme-09-sponsor");
  await director.page.getByRole("button", { name: "Endorse it" }).or(director.page.getByRole("link", { name: "Endorse it" })).first().click();
  await director.page.getByRole("button", { name: "Endorse it" }).click();
  await director.page.getByText("Endorsed").first().waitFor();

  await goTo(page, `${cohortPath}/act/close`);
  await page.getByRole("button", { name: "Close nominations" }).click();
  await page.getByText("Nominations are closed").first().waitFor();
  await goTo(page, `${cohortPath}/board`);
  await page.getByLabel("Offer a place").check();
  await page.getByRole("button", { name: "Save the drafts" }).click();
  await page.getByText("The drafts are saved").first().waitFor();
  await look(page, "programme-10-board");
  await page.getByRole("button", { name: "Release all decisions" }).or(page.getByRole("link", { name: "Release all decisions" })).first().click();
  await page.getByRole("button", { name: "Release all decisions" }).click();
  await page.getByText("The decisions are out").first().waitFor();

  // The participant accepts and books all days, by keyboard alone. Somebody who needs a second for every key takes no two minutes.
  const participant = await windowOf(server, participantId);
  await goTo(participant.page, `${nominationPath}/act/accept`);
  const begun = Date.now();
  let keys = await tabTo(participant.page, "Accept the place");
  await participant.page.keyboard.press("Enter");
  await participant.page.getByText("Book your days").first().waitFor();
  await look(participant.page, "programme-11-days");
  keys += await tabTo(participant.page, "Book the chosen days");
  await participant.page.keyboard.press("Enter");
  await participant.page.getByText("2 days are booked").first().waitFor();
  keys += 2;
  console.log(`accepted and booked all days of the programme with ${keys} keys in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  expect(keys).toBeLessThan(120);
  await look(participant.page, "programme-12-booked");
  const small = await windowOf(server, participantId, phone);
  await goTo(small.page, `${cohortPath}/days`);
  await look(small.page, "programme-12b-booked-phone");

  // The first day is moved to today, behind everybody's back; the coordinator keeps the register and holds it.
  const cohortId = cohortPath.split("/").at(-1) ?? "";
  const day = await db.programmeDay.findFirstOrThrow({ where: { cohortId, number: 1 } });
  await db.bookableSession.updateMany({ where: { ownerId: day.id }, data: { startsAt: new Date(Date.now() - 3_600_000), endsAt: new Date(Date.now() - 60_000) } });
  const { id: sessionId } = await db.bookableSession.findFirstOrThrow({ where: { ownerId: day.id } });
  const tutor = await windowOf(server, tutorId);
  await goTo(tutor.page, `/days/${day.id}`);
  await tutor.page.getByLabel("Your notes").fill("Bring the case study.");
  await tutor.page.getByRole("button", { name: "Keep the notes" }).click();
  await tutor.page.getByText("Your notes are kept").first().waitFor();
  await look(tutor.page, "programme-13-tutor");
  await goTo(tutor.page, "/programmes");
  await tutor.page.getByRole("link", { name: "Days you teach" }).click();
  await tutor.page.getByText("Bring the case study.").waitFor();
  await look(tutor.page, "programme-13b-teaching");
  await goTo(page, `/days/${day.id}/register/${sessionId}`);
  await page.getByLabel("Came", { exact: true }).check();
  await page.getByRole("button", { name: "Record who came" }).click();
  await page.getByText("It is recorded who came").first().waitFor();
  await look(page, "programme-14-register");
  await goTo(page, `/days/${day.id}/act/hold`);
  await page.getByRole("button", { name: "It was held" }).click();
  await page.getByText("It was held").first().waitFor();

  // On a phone and without script.
  const bare = await windowOf(server, participantId, { ...phone, ...withoutScript });
  await goTo(bare.page, "/tasks");
  await bare.page.getByRole("link", { name: /Say what you thought/ }).click();
  await look(bare.page, "programme-15-evaluate-phone");
  for (const group of await bare.page.getByRole("group").all()) if ((await group.getByLabel("Mostly").count()) > 0) await group.getByLabel("Mostly").check();
  await bare.page.getByRole("button", { name: "Send without my name" }).click();
  await bare.page.getByText("Thank you").first().waitFor();
  await goTo(tutor.page, `/days/${day.id}/results`);
  await tutor.page.getByText("of those who were there have answered").waitFor();
  await look(tutor.page, "programme-16-results");
  await goTo(page, `${cohortPath}/report`);
  await look(page, "programme-17-report");
  for (const [name, window] of [["", page], ["-phone", (await windowOf(server, southEast.person("sli-coordinator").id, phone)).page]] as const) {
    await goTo(window, `/regions/${southEast.regionId}/programmes`);
    await window.getByText("1 of 1, 100%").first().waitFor();
    await look(window, `programme-17b-dashboard${name}`);
    await goTo(window, chase);
    await look(window, `programme-17c-chase${name}`);
  }
  await goTo(page, `${cohortPath}/people`);
  await look(page, "programme-18-people");
  await goTo(page, `${cohortPath}/evaluation`);
  await look(page, "programme-19-form");
}, 300_000);
