import { afterAll, beforeAll, expect, test } from "vitest";

import { fillDay, goTo, look, phone, press, said, type SmallServer, startSmallServer, tabTo, windowOf, withoutScript } from "./walk";

// How a region meets between its events: a network and an award from beginning to end, a series that somebody leaves, and a reader who is replaced.
let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer();
});
afterAll(() => server.stop());

const pathOf = (page: { url(): string }) => new URL(page.url()).pathname;

test("a network is opened, joined without script, invited to, meets, and is closed with a reason", async () => {
  const { southEast } = server.world;
  const coordinator = await windowOf(server, southEast.person("sli-coordinator").id);
  coordinator.expectConsoleError(/422/);
  const { page } = coordinator;
  await goTo(page, "/networks");
  await press(page, "Make a network");
  await press(page, "Save and check");
  await said(page, "Enter what it is called");
  await page.getByLabel("What is it called?").fill("Kinship network");
  await page.getByLabel("Network", { exact: true }).check();
  await page.getByLabel("Everybody with a post in the region").check();
  await page.getByLabel("How do members join its meetings? (optional)").fill("The side door, by the lift.");
  await look(page, "network-01-new-error");
  await press(page, "Save and check");
  await press(page, "Check, and open it to members");
  await press(page, "Open it and tell those who may join");
  await said(page, "The network is open");
  const network = pathOf(page);

  const director = await windowOf(server, southEast.person("dcs", "reading").id, withoutScript);
  await goTo(director.page, "/networks");
  await press(director.page, "Kinship network");
  expect(await director.page.getByText("The side door, by the lift.").count()).toBe(0);
  await press(director.page, "Join this network");
  await said(director.page, "You are a member");
  await said(director.page, "The side door, by the lift.");
  await look(director.page, "network-02-member");

  await press(page, "Invite people to join");
  await page.getByLabel(new RegExp(southEast.person("dcs", "medway").name)).check();
  await press(page, "Invite those chosen");
  const invited = await windowOf(server, southEast.person("dcs", "medway").id, phone);
  await goTo(invited.page, "/tasks");
  await press(invited.page, /Answer the invitation to join/);
  await look(invited.page, "network-03-invited-phone");
  await press(invited.page, "Join the network");
  await said(invited.page, "2 members, from 2 of");

  // A meeting for members alone, planned from the network's page and booked by keyboard.
  await goTo(page, `/events/new?network=${network.split("/").at(-1)}`);
  await page.getByLabel("What is it called?").fill("Winter meeting");
  await fillDay(page, "bookBy", 9);
  await fillDay(page, "day", 12);
  await page.getByLabel("In person", { exact: true }).check();
  await page.getByLabel("Where? (leave empty when it is only online)").fill("County Hall");
  await page.getByLabel("Places", { exact: true }).fill("20");
  await press(page, "Save and check");
  await said(page, "The event is planned");
  const meeting = pathOf(page);
  await goTo(page, `${meeting}/act/open`);
  await press(page, "Open booking and tell those invited");
  await said(page, "Booking is open");
  await goTo(invited.page, network);
  await press(invited.page, "Winter meeting");
  await goTo(invited.page, `${meeting}/book`);
  await tabTo(invited.page, "Book the place");
  await invited.page.keyboard.press("Enter");
  await said(invited.page, "Your place is booked");
  const outsider = await windowOf(server, southEast.person("dcs", "surrey").id);
  outsider.expectConsoleError(/404/);
  expect((await outsider.page.goto(`${meeting}/book`))?.status()).toBe(404);

  await goTo(page, `${network}/act/close`);
  await press(page, "Close it and tell every member");
  await said(page, "Give a reason");
  await page.getByLabel("Reason").fill("Its work goes on in the plan.");
  await press(page, "Close it and tell every member");
  await said(page, "The network is closed");
  await look(page, "network-04-closed");
  await goTo(director.page, network);
  await said(director.page, "Its work goes on in the plan.");
  expect(await director.page.getByRole("button", { name: "Join this network" }).count()).toBe(0);
});

test("an award is called for, one team of each authority nominated, judged by a peer, shortlisted, and its outcome told", async () => {
  const { southEast } = server.world;
  const coordinator = await windowOf(server, southEast.person("sli-coordinator").id);
  coordinator.expectConsoleError(/422/);
  const { page } = coordinator;
  await goTo(page, "/awards/new");
  await page.getByLabel("What is it called?").fill("Team award");
  await page.getByLabel("What do the judges look for?").fill("What changed for children.");
  await page.getByLabel("How many are shortlisted at most?").fill("2");
  await fillDay(page, "closesOn", -3);
  await press(page, "Save, and choose the judges");
  await said(page, "The last day to nominate must be today or later");
  await look(page, "award-01-new-error");
  await fillDay(page, "closesOn", 20);
  await press(page, "Save, and choose the judges");
  await page.getByLabel(new RegExp(southEast.person("dcs", "medway").name)).check();
  await press(page, "Save the judges");
  await press(page, "Check, and open nominations");
  await press(page, "Open nominations and tell every director");
  await said(page, "Nominations are open");
  const award = pathOf(page);

  for (const [authority, team] of [["reading", "The front door"], ["surrey", "The virtual school"]] as const) {
    const director = await windowOf(server, southEast.person("dcs", authority).id, authority === "surrey" ? withoutScript : {});
    await goTo(director.page, `${award}/nominate`);
    await director.page.getByLabel("Which team?").fill(team);
    await director.page.getByLabel("Why does it deserve the award?").fill("They answer within the hour.");
    await tabTo(director.page, "Send the nomination");
    if (authority === "surrey") await look(director.page, "award-02-nominate");
    await director.page.keyboard.press("Enter");
    await said(director.page, "Your nomination is sent");
    // The authority has one, and finds no second form.
    await goTo(director.page, award);
    expect(await director.page.getByRole("button", { name: "Nominate a team" }).or(director.page.getByRole("link", { name: "Nominate a team" })).count()).toBe(0);
  }

  await goTo(page, `${award}/act/close`);
  await press(page, "Close nominations");
  await said(page, "Nominations are closed");
  const judge = await windowOf(server, southEast.person("dcs", "medway").id, phone);
  await goTo(judge.page, award);
  await press(judge.page, "Judge the nominations");
  await judge.page.getByRole("group", { name: "Your score for The front door" }).getByLabel("5", { exact: true }).check();
  await judge.page.getByRole("group", { name: "Your score for The virtual school" }).getByLabel("3", { exact: true }).check();
  await look(judge.page, "award-03-judging-phone");
  await press(judge.page, "Save what I say");
  await said(judge.page, "What you say is saved");

  await goTo(page, `${award}/shortlist`);
  await said(page, "5.0 of 5, from 1 judge");
  await look(page, "award-04-shortlist");
  await press(page, "Publish the shortlist");
  await said(page, "The shortlist is published");
  await press(page, "Tell the outcome");
  await press(page, "Tell everybody");
  await said(page, "Choose who has won");
  await page.getByLabel(/^The front door, Reading/).check();
  await press(page, "Tell everybody");
  await said(page, "The front door, Reading, has won.");
  await goTo(judge.page, award);
  await said(judge.page, "The front door, Reading, has won.");
  await look(judge.page, "award-05-told-phone");
});

test("somebody gives back one session of a series, and then all that are left", async () => {
  const { southEast } = server.world;
  const delegate = southEast.person("dcs-delegate", "reading").id;
  const { aSeries } = await import("../routes/world-events");
  const { seriesId } = await aSeries(southEast, delegate);
  const { page } = await windowOf(server, delegate, phone);
  await goTo(page, `/series/${seriesId}/book`);
  await said(page, /^Session 2:/);
  await press(page, "Book all of them");
  await said(page, "1 place booked");
  await page.getByRole("row", { name: /Session 1/ }).getByRole("link", { name: /Booked/ }).click();
  await page.getByText("Cancel the booking").first().click();
  await page.getByRole("button", { name: "Cancel the booking" }).click();
  await said(page, "The booking is cancelled");
  await goTo(page, `/series/${seriesId}/leave`);
  await said(page, /Session 2/);
  expect(await page.getByText(/Session 1:/).count()).toBe(0);
  await look(page, "series-08-leave-phone");
  await press(page, "Cancel 1 booking");
  await said(page, "1 booking cancelled");
  await goTo(page, `/series/${seriesId}/leave`);
  await said(page, "You have no booking of a session to come.");
});

test("a director who cannot read a report declines on a phone, the coordinator names another, and the report is closed to the first", async () => {
  const { southEast } = server.world;
  const { db } = await import("~/platform/db.server");
  const { aValidation } = await import("../routes/world-deciding");
  const { validationId, scrutinyId } = await aValidation(southEast, "reading");
  const { readers: [first] } = await db.validation.findUniqueOrThrow({ where: { id: validationId }, select: { readers: { select: { authorityId: true } } } });
  const reader = await windowOf(server, southEast.person("dcs", first?.authorityId ?? "").id, phone);
  reader.expectConsoleError(/422|404/);
  await goTo(reader.page, `/validations/${validationId}`);
  await press(reader.page, "Decline to read it");
  await press(reader.page, "Decline to read it");
  await said(reader.page, "There is a problem");
  await reader.page.getByLabel("Why can you not read it?").fill("I worked there until last year.");
  await look(reader.page, "reader-01-decline-error-phone");
  await press(reader.page, "Decline to read it");
  await said(reader.page, "You no longer read the report");
  expect((await reader.page.goto(`/validations/${validationId}`))?.status()).toBe(404);

  const coordinator = await windowOf(server, southEast.person("sli-coordinator").id);
  await goTo(coordinator.page, `/validations/${validationId}`);
  await press(coordinator.page, "Change who reads it");
  await said(coordinator.page, "I worked there until last year.");
  await look(coordinator.page, "reader-02-change");
  const next = ["kent", "medway", "surrey"].find((id) => id !== first?.authorityId) ?? "";
  await coordinator.page.getByLabel("Leads the reading").selectOption(next);
  await press(coordinator.page, "Change the readers");
  await coordinator.page.waitForURL(new RegExp(`/validations/${validationId}$`));
  const another = await windowOf(server, southEast.person("dcs", next).id);
  await goTo(another.page, `/validations/${validationId}`);
  expect(await another.page.getByText("I worked there until last year.").count()).toBe(0);
  await another.page.getByRole("link", { name: /^Your reading pack/ }).click();
  await another.page.getByRole("heading", { name: "Reading", exact: true }).waitFor();
  expect(pathOf(another.page)).toBe(`/validations/events/${scrutinyId}/pack`);
  await look(another.page, "reader-03-pack");
});
