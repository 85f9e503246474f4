import { afterAll, beforeAll, expect, test } from "vitest";

import { fillDay, goTo, look, phone, type SmallServer, startSmallServer, tabTo, windowOf, withoutScript } from "./walk";

// A conference of the South East with two places: planned, opened, booked, waited for, an offer taken, cancelled, and attended by the code at the door.
let server: SmallServer;
beforeAll(async () => {
  server = await startSmallServer();
});
afterAll(() => server.stop());

test("a conference with two places: planned, booked, waited for, an offer taken, a booking cancelled, attended by code", async () => {
  const { southEast } = server.world;
  const { db } = await import("~/platform/db.server");
  const coordinator = await windowOf(server, southEast.person("sli-coordinator").id);
  coordinator.expectConsoleError(/422/);
  await goTo(coordinator.page, "/events");
  await look(coordinator.page, "events-01-empty");
  await coordinator.page.getByRole("button", { name: "Plan an event" }).or(coordinator.page.getByRole("link", { name: "Plan an event" })).first().click();
  await coordinator.page.getByLabel("What is it called?").fill("Improvement conference");
  await coordinator.page.getByLabel("What kind of event is it?").selectOption("conference");
  await coordinator.page.getByLabel("What is it about? (optional)").fill("What works, told by those who tried it.");
  await fillDay(coordinator.page, "bookBy", 20);
  await fillDay(coordinator.page, "day", 12);
  await coordinator.page.getByLabel("In person", { exact: true }).check();
  await coordinator.page.getByLabel("Places", { exact: true }).fill("2");
  await coordinator.page.getByRole("button", { name: "Save and check" }).click();
  // What is wrong is said at the top and beside the field, and nothing typed is lost.
  await coordinator.page.getByText("The last day to book must not be after the event").first().waitFor();
  await coordinator.page.getByText("Enter where it takes place").first().waitFor();
  expect(await coordinator.page.getByLabel("What is it called?").inputValue()).toBe("Improvement conference");
  await look(coordinator.page, "events-02-new-errors");
  await fillDay(coordinator.page, "bookBy", 9);
  await coordinator.page.getByLabel("Where? (leave empty when it is only online)").fill("County Hall");
  await coordinator.page.getByLabel("How to find or join it (optional)").fill("Sign in at the main entrance.");
  await coordinator.page.getByRole("button", { name: "Save and check" }).click();
  await coordinator.page.getByText("The event is planned").first().waitFor();
  await look(coordinator.page, "events-03-planned");
  const path = new URL(coordinator.page.url()).pathname;
  await goTo(coordinator.page, `${path}/act/open`);
  await look(coordinator.page, "events-04-open");
  await coordinator.page.getByRole("button", { name: "Open booking and tell those invited" }).click();
  await coordinator.page.getByText("Booking is open").first().waitFor();

  // The director books without script, by keyboard.
  const first = await windowOf(server, southEast.person("dcs", "reading").id, withoutScript);
  await goTo(first.page, "/events");
  await first.page.getByRole("link", { name: "Improvement conference" }).click();
  await look(first.page, "events-05-event");
  await goTo(first.page, `${path}/book`);
  await first.page.getByLabel("What do you need on the day? (optional)").fill("No nuts, please.");
  await look(first.page, "events-06-book");
  await tabTo(first.page, "Book the place").catch(() => first.page.getByRole("button", { name: "Book the place" }).focus());
  await first.page.keyboard.press("Enter");
  await first.page.getByText("Your place is booked").first().waitFor();
  await first.page.getByText(/The reference is B-/).first().waitFor();
  await first.page.getByText("Sign in at the main entrance.").waitFor();
  await look(first.page, "events-07-booked");

  // The second place, and then the waiting list, on a phone.
  const second = await windowOf(server, southEast.person("dcs-delegate", "reading").id, phone);
  await goTo(second.page, `${path}/book`);
  await second.page.getByRole("button", { name: "Book the place" }).click();
  await second.page.getByText("Your place is booked").first().waitFor();
  const third = await windowOf(server, southEast.person("dcs", "medway").id, phone);
  await goTo(third.page, `${path}/book`);
  await look(third.page, "events-08-full-phone");
  await third.page.getByRole("button", { name: "Join the waiting list" }).click();
  await third.page.getByText("Number 1 on the waiting list").first().waitFor();
  await look(third.page, "events-09-waiting-phone");
  const thirdBooking = new URL(third.page.url()).pathname;

  // The first cancels; the one who waits is offered the place, and finds it among their tasks.
  await first.page.getByText("Cancel the booking").first().click();
  await first.page.getByRole("button", { name: "Cancel the booking" }).click();
  await first.page.getByText("The booking is cancelled").first().waitFor();
  await goTo(third.page, "/tasks");
  await third.page.getByRole("link", { name: /Take or leave the place/ }).click();
  await third.page.getByText(/A place is offered, until/).first().waitFor();
  await look(third.page, "events-10-offered-phone");
  await third.page.getByRole("button", { name: "Take the place" }).click();
  await third.page.getByText("The place is yours").first().waitFor();

  await goTo(coordinator.page, `${path}/bookings`);
  await coordinator.page.getByText("2 of 2 places taken, 0 waiting").waitFor();
  await look(coordinator.page, "events-11-bookings");

  // The day comes: for the test it is moved to today, behind everybody's back.
  await db.bookableSession.updateMany({ where: { ownerId: path.split("/").at(-1) ?? "" }, data: { startsAt: new Date(Date.now() - 60_000), endsAt: new Date(Date.now() + 3_600_000) } });
  const { id, doorCode } = await db.bookableSession.findFirstOrThrow({ where: { ownerId: path.split("/").at(-1) ?? "" } });
  third.expectConsoleError(/422/);
  await goTo(third.page, thirdBooking);
  await third.page.getByLabel(/Enter the code at the door/).fill("WRONG");
  await third.page.getByRole("button", { name: "Say that I am here" }).click();
  await third.page.getByText("That is not the code at the door").first().waitFor();
  await look(third.page, "events-12-door-error-phone");
  await third.page.getByLabel(/Enter the code at the door/).fill(doorCode.toLowerCase());
  await third.page.getByRole("button", { name: "Say that I am here" }).click();
  await third.page.getByText("You are noted as there").first().waitFor();

  await goTo(coordinator.page, `${path}/attendance/${id}`);
  await coordinator.page.getByText("1 of 2 people are accounted for").waitFor();
  await look(coordinator.page, "events-13-attendance");
  await coordinator.page.getByRole("group", { name: southEast.person("dcs-delegate", "reading").name }).getByLabel("Did not come").check();
  await coordinator.page.getByRole("button", { name: "Record who came" }).click();
  await coordinator.page.getByText("2 of 2 people are accounted for").waitFor();
});

test("a workshop with a date in the room and one that is online too: booked and changed to the other date; an offer that ran out says so", async () => {
  const { southEast } = server.world;
  const { db } = await import("~/platform/db.server");
  const { openBooking, planEvent } = await import("~/features/event");
  const { bookPlaces, cancelBooking } = await import("~/features/booking");
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const { actor, ...keeper } = southEast.person("sli-coordinator");
  const made = await planEvent({
    regionId: southEast.regionId, actor, details: { title: "Front door workshop", kind: "workshop", about: "" }, rules: { bookBy: day(10), audience: "region", attendedOwnerId: null, anyTicket: false, quota: null, offerHours: 8 },
    date: { day: day(20), startsAt: "10:00", endsAt: "12:00", mode: "inPerson", place: "County Hall", joinLink: "", instructions: "", capacity: 1 },
  });
  if (made.kind !== "made") throw new Error(made.reason);
  const coordinator = await windowOf(server, keeper.id, withoutScript);
  coordinator.expectConsoleError(/422/);
  await goTo(coordinator.page, `/events/${made.id}/dates/new`);
  await fillDay(coordinator.page, "day", 27);
  await coordinator.page.getByLabel("In person and online").check();
  await coordinator.page.getByLabel("Where? (leave empty when it is only online)").fill("");
  await coordinator.page.getByRole("button", { name: "Add the date" }).click();
  await coordinator.page.getByText("Enter where it takes place").first().waitFor();
  await coordinator.page.getByLabel("Where? (leave empty when it is only online)").fill("Reading Town Hall");
  await coordinator.page.getByLabel("Link to join (optional)").fill("https://meetings.example.org/front-door");
  await coordinator.page.getByLabel("Places", { exact: true }).fill("5");
  await look(coordinator.page, "events-14-another-date");
  await coordinator.page.getByRole("button", { name: "Add the date" }).click();
  await coordinator.page.getByText("The date is added").first().waitFor();
  expect(await openBooking({ eventId: made.id, actor })).toMatchObject({ kind: "moved" });
  const [room, both] = await db.bookableSession.findMany({ where: { ownerId: made.id }, orderBy: { startsAt: "asc" }, select: { id: true } });

  // On a phone, without script: the place in the room is booked, and then changed for the date that is online too.
  const first = await windowOf(server, southEast.person("dcs", "surrey").id, { ...phone, ...withoutScript });
  await goTo(first.page, `/events/${made.id}/book`);
  await first.page.locator(`input[name="sessionId"][value="${room?.id ?? ""}"]`).check();
  await look(first.page, "events-15-two-dates-phone");
  await first.page.getByRole("button", { name: "Book the place" }).click();
  await first.page.getByText("Your place is booked").first().waitFor();
  expect(await first.page.locator("main").innerText()).not.toContain("meetings.example.org");
  await first.page.getByText("Change to another date").click();
  await first.page.locator(`input[name="toSessionId"][value="${both?.id ?? ""}"]`).check();
  await look(first.page, "events-16-change-phone");
  await first.page.getByRole("button", { name: "Change the date" }).click();
  await first.page.getByText("You have the other date").first().waitFor();
  await first.page.getByText("Reading Town Hall").first().waitFor();
  await first.page.getByRole("link", { name: "https://meetings.example.org/front-door" }).waitFor();
  await look(first.page, "events-17-changed-phone");

  // The place that became free is taken, waited for and offered; whoever answers too late is told so, and what to expect.
  const [holds, waits] = [southEast.person("dcs", "kent"), southEast.person("dcs-delegate", "kent")];
  const ids: string[] = [];
  for (const person of [holds, waits]) {
    const booked = await bookPlaces({ sessionId: room?.id ?? "", personIds: [person.id], actor: person.actor });
    if (booked.kind !== "made") throw new Error("nothing was booked");
    ids.push((await db.booking.findFirstOrThrow({ where: { sessionId: room?.id ?? "", personId: person.id }, select: { id: true } })).id);
  }
  expect(await cancelBooking({ bookingId: ids[0] ?? "", actor: holds.actor })).toMatchObject({ kind: "moved" });
  const late = await windowOf(server, waits.id);
  late.expectConsoleError(/409|422/);
  await goTo(late.page, `/bookings/${ids[1] ?? ""}`);
  await late.page.getByText(/A place is offered, until/).first().waitFor();
  const { fire } = await import("~/workflow/fire.server");
  expect(await fire({ workflowId: ids[1] ?? "", event: "offer.expire", actor: { kind: "system" } })).toMatchObject({ to: "expired" });
  await late.page.getByRole("button", { name: "Take the place" }).click();
  await late.page.getByText(/An offer that ran out has gone to the next on the list/).first().waitFor();
  await look(late.page, "events-18-too-late");
  await goTo(late.page, `/bookings/${ids[1] ?? ""}`);
  await late.page.getByText("The offer ran out, and the place went to the next on the list.").waitFor();
});

test("the region's calendar, and a private link that can be ended", async () => {
  const { southEast } = server.world;
  const window = await windowOf(server, southEast.person("dcs", "reading").id);
  await goTo(window.page, "/calendar");
  await window.page.getByText(/Self-assessments due, South East/).first().waitFor();
  await look(window.page, "calendar-01");
  await window.page.getByRole("button", { name: "Make my link" }).click();
  const link = await window.page.locator(".app-copy code").innerText();
  await look(window.page, "calendar-02-link");
  const fetched = await fetch(link.replace(/^https?:\/\/[^/]+/, server.url));
  expect(fetched.status).toBe(200);
  expect(await fetched.text()).toMatch(/BEGIN:VCALENDAR[^]*Self-assessments due/);
  await window.page.getByRole("button", { name: "End my link" }).click();
  await window.page.getByText("The link is ended").first().waitFor();
  expect((await fetch(link.replace(/^https?:\/\/[^/]+/, server.url))).status).toBe(404);
});
