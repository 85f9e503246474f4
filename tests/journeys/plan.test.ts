import { afterAll, beforeAll, expect, test } from "vitest";

import { fillDay, goTo, look, phone, press, said, type SmallServer, startSmallServer, tabTo, windowOf, withoutScript } from "./walk";

// What a region does together: commitments made in the room on a phone, and its plan, from the draft to an update that is off track.
let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer();
});
afterAll(() => server.stop());

/** A conference of today, whose booking opened the day before, with one who is booked. */
async function conferenceToday(personId: string): Promise<string> {
  const [{ planEvent, openBooking }, { bookPlaces }, { at }, { dayOf }] = await Promise.all([import("~/features/event"), import("~/features/booking"), import("~/platform/clock.server"), import("~/workflow/working-days")]);
  const { southEast } = server.world;
  const today = dayOf(new Date());
  return at(new Date(Date.now() - 86_400_000), async () => {
    const { actor } = southEast.person("sli-coordinator");
    const made = await planEvent({
      regionId: southEast.regionId, details: { title: "Conference of the region", kind: "conference", about: "" }, actor,
      date: { day: today, startsAt: "00:01", endsAt: "23:58", mode: "inPerson", place: "County Hall", joinLink: "", instructions: "", capacity: 40 },
      rules: { bookBy: today, audience: "region", attendedOwnerId: null, anyTicket: false, quota: null, offerHours: 8 },
    });
    if (made.kind !== "made") throw new Error(made.reason);
    expect(await openBooking({ eventId: made.id, actor })).toMatchObject({ kind: "moved" });
    const { db } = await import("~/platform/db.server");
    const { id: sessionId } = await db.bookableSession.findFirstOrThrow({ where: { ownerId: made.id } });
    expect((await bookPlaces({ sessionId, personIds: [personId], actor: { kind: "person", personId } })).kind).not.toBe("refused");
    return made.id;
  });
}

test("somebody in the room makes a commitment on a phone, its owner accepts it, is asked how it stands, and it is done with what shows it", async () => {
  const { southEast } = server.world;
  const attendee = await windowOf(server, southEast.person("dcs-delegate", "reading").id, phone);
  attendee.expectConsoleError(/422/);
  const eventId = await conferenceToday(southEast.person("dcs-delegate", "reading").id);
  const { page } = attendee;
  const begun = Date.now();
  await goTo(page, "/commit");
  await look(page, "commitment-01-form-phone");
  await press(page, "Make the commitment");
  await said(page, "Enter what you commit to");
  await page.getByLabel("What do you commit to?").fill("Share our kinship offer");
  await fillDay(page, "doneBy", -3);
  await press(page, "Make the commitment");
  await said(page, "The day by which it is done must lie ahead");
  expect(await page.getByLabel("What do you commit to?").inputValue()).toBe("Share our kinship offer");
  await look(page, "commitment-02-error-phone");
  await fillDay(page, "doneBy", 60);
  await page.getByText("It is for somebody else, or serves a recommendation").click();
  await page.getByLabel("Who sees to it?").selectOption({ label: "Director of Children's Services, Reading" });
  await press(page, "Make the commitment");
  await said(page, "Your commitment is made");
  expect(Date.now() - begun).toBeLessThan(60_000);
  await look(page, "commitment-03-together-phone");
  // What is said on the day is linked from the event and from the booking.
  await goTo(page, `/events/${eventId}`);
  expect(await page.getByRole("link", { name: "Make a commitment" }).count()).toBe(1);

  const owner = await windowOf(server, southEast.person("dcs", "reading").id);
  owner.expectConsoleError(/422/);
  await goTo(owner.page, "/tasks");
  await owner.page.getByRole("link", { name: /Accept or decline the commitment/ }).first().click();
  const address = new URL(owner.page.url()).pathname;
  await press(owner.page, "Decline it");
  await press(owner.page, "Decline it");
  await said(owner.page, "Give the reason: why is it not for you?");
  await look(owner.page, "commitment-04-decline-error");
  await goTo(owner.page, address);
  await press(owner.page, "Accept it");
  await tabTo(owner.page, "Accept it");
  await owner.page.keyboard.press("Enter");
  await said(owner.page, "You have accepted it");

  const coordinator = await windowOf(server, southEast.person("sli-coordinator").id);
  await goTo(coordinator.page, "/commitments");
  await press(coordinator.page, "Share our kinship offer");
  await press(coordinator.page, "Ask how it stands");
  await look(coordinator.page, "commitment-05-chase");
  await press(coordinator.page, "Send them an email");
  await said(coordinator.page, "They are asked");

  const plain = await windowOf(server, southEast.person("dcs", "reading").id, withoutScript);
  plain.expectConsoleError(/422/);
  await goTo(plain.page, `${address}/act/finish`);
  await press(plain.page, "Say that it is done");
  await said(plain.page, "Say what changed, and what shows it");
  await plain.page.getByLabel("What changed, and what shows it?").fill("It is published: two authorities use it.");
  await look(plain.page, "commitment-06-finish-plain");
  await press(plain.page, "Say that it is done");
  await said(plain.page, "It is done");
  await goTo(page, `/commitments?event=${eventId}`);
  await said(page, "1 of 1 commitment done");
  // Somebody who was not there finds nothing.
  const stranger = await windowOf(server, southEast.person("lead-member", "kent").id);
  stranger.expectConsoleError(/404/);
  expect((await stranger.page.goto(address))?.status()).toBe(404);
});

test("a plan is drafted, commented on and answered, approved at a directors' meeting, begun, and a workstream that is off track says what is done to recover", async () => {
  const { southEast } = server.world;
  const coordinator = await windowOf(server, southEast.person("sli-coordinator").id);
  coordinator.expectConsoleError(/422/);
  const { page } = coordinator;
  await goTo(page, "/plans/new");
  await press(page, "Begin the draft");
  await said(page, "Enter what the plan is called");
  await look(page, "plan-01-new-error");
  await page.getByLabel("What is it called?").fill("Together for children");
  await fillDay(page, "consultBy", 20);
  await fillDay(page, "startsOn", 30);
  await fillDay(page, "endsOn", 570);
  await press(page, "Begin the draft");
  await said(page, "The draft is begun");
  const plan = new URL(page.url()).pathname.replace(/\/edit$/, "");
  await page.getByLabel("Priority", { exact: true }).fill("Enough good homes");
  await press(page, "Add the priority");
  await said(page, "The draft is changed");
  await press(page, "Add the workstream");
  await said(page, "Enter what the workstream is called");
  await page.getByLabel("Workstream", { exact: true }).fill("Placements together");
  await page.getByLabel("Under which priority?").selectOption({ label: "Enough good homes" });
  await page.getByLabel("Sponsor").selectOption({ index: 1 });
  await page.getByLabel("Lead").selectOption({ label: "Director of Children's Services, Reading" });
  await press(page, "Add the workstream");
  await said(page, "The draft is changed");
  await page.getByLabel("Workstream", { exact: true }).last().selectOption({ label: "Placements together" });
  await page.getByLabel("What is done?").fill("Publish one framework");
  await page.getByLabel("Who sees to it?").selectOption({ label: "Director of Children's Services, Reading" });
  await fillDay(page, "doneBy", 200);
  await press(page, "Add the action");
  await said(page, "Publish one framework");
  await look(page, "plan-02-draft");
  await goTo(page, plan);
  await press(page, "Open it for comments");
  await press(page, "Open it, and tell every director");
  await said(page, "It is open for comments");
  await look(page, "plan-03-consultation");

  const director = await windowOf(server, southEast.person("dcs", "reading").id, withoutScript);
  director.expectConsoleError(/422/);
  await goTo(director.page, `${plan}/comments`);
  await press(director.page, "Keep your comment");
  await said(director.page, "Write your comment");
  await director.page.getByLabel("Your comment").fill("Name the smaller authorities.");
  await press(director.page, "Keep your comment");
  await said(director.page, "Your comment is kept");
  await look(director.page, "plan-04-comment-plain");
  await goTo(page, `${plan}/act/close-comments`);
  await press(page, "Close it");
  await goTo(page, plan);
  await said(page, "Not yet: answer every comment first.");
  await goTo(page, `${plan}/comments`);
  await page.getByLabel(/^Answer to/).fill("They are named now.");
  await press(page, "Keep the answer");
  await said(page, "The answer is kept");
  await look(page, "plan-05-answered");

  await goTo(page, "/directors-meetings");
  await fillDay(page, "heldOn", 0);
  await page.getByLabel("Where?").fill("Online");
  await press(page, "Plan the meeting");
  await said(page, "The meeting is planned");
  const meeting = new URL(page.url()).pathname;
  await goTo(page, `${plan}/act/agenda`);
  await press(page, "Put it on the agenda");
  await said(page, "Choose a meeting that is still to decide");
  await page.getByLabel("Which directors’ meeting?").selectOption({ index: 1 });
  await press(page, "Put it on the agenda");
  await said(page, "It is on the agenda");
  await goTo(page, meeting);
  await said(page, "the regional plan, to be approved or returned");
  await look(page, "plan-06-meeting");
  const chair = await windowOf(server, southEast.person("regional-chair").id, phone);
  chair.expectConsoleError(/422/);
  await goTo(chair.page, `${plan}/act/approve`);
  await press(chair.page, "Record that it is approved");
  await said(chair.page, "Give the reason");
  await chair.page.getByLabel("Why is it approved?").fill("Everybody asked for it.");
  await look(chair.page, "plan-07-approve-phone");
  await press(chair.page, "Record that it is approved");
  await said(chair.page, "The decision is recorded");
  await goTo(page, plan);
  await press(page, "Begin the plan");
  await press(page, "Begin it, and tell everybody in it");
  await said(page, "The plan has begun");

  const lead = await windowOf(server, southEast.person("dcs", "reading").id, phone);
  lead.expectConsoleError(/422/);
  await goTo(lead.page, plan);
  await press(lead.page, "Placements together");
  await look(lead.page, "plan-08-workstream-phone");
  await press(lead.page, "Give an update");
  await lead.page.getByLabel("Off track").check();
  await lead.page.getByLabel("In a few sentences").fill("Two authorities have left the framework.");
  await press(lead.page, "Keep the update");
  await said(lead.page, "Say what is done to recover");
  expect(await lead.page.getByLabel("In a few sentences").inputValue()).toBe("Two authorities have left the framework.");
  await look(lead.page, "plan-09-update-error-phone");
  await lead.page.getByLabel("What is done to recover?").fill("Meet both directors");
  await fillDay(lead.page, "recoveryBy", 40);
  await press(lead.page, "Keep the update");
  await said(lead.page, "The update is kept");
  await said(lead.page, "Off track");
  expect(await lead.page.getByRole("link", { name: "Meet both directors" }).count()).toBeGreaterThan(0);
  await look(lead.page, "plan-10-off-track-phone");
  await goTo(page, plan);
  await look(page, "plan-11-live");
});

test("one page leads from a recommendation to the commitments that serve it and what changed", async () => {
  const { southEast } = server.world;
  const submitter = await windowOf(server, southEast.person("dcs-delegate", "reading").id);
  const { signedIn } = await import("../../prisma/seed/people");
  const { draftRecommendation, proposeRecommendation } = await import("~/features/summit");
  const actor = await signedIn(southEast.person("dcs-delegate", "reading").id);
  const made = await draftRecommendation({ regionId: southEast.regionId, eventId: null, title: "One kinship offer", text: "Agree one offer.", theme: "", cycleId: null, actor });
  if (made.kind !== "made") throw new Error(made.reason);
  await proposeRecommendation({ recommendationId: made.id, actor });
  const { page } = submitter;
  await goTo(page, `/recommendations/${made.id}/chain`);
  await press(page, "Commit to something for it");
  await page.getByLabel("What do you commit to?").fill("Write the first draft");
  await fillDay(page, "doneBy", 30);
  await press(page, "Make the commitment");
  await said(page, "Your commitment is made");
  await goTo(page, `/recommendations/${made.id}`);
  await press(page, /From finding to change/);
  await said(page, "0 of 1 commitment done");
  await said(page, "Write the first draft");
  await look(page, "chain-01");
});
