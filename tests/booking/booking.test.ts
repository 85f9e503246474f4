import { expect, test } from "vitest";

import { acceptOffer, bookPlaces, cancelBooking, declineOffer, enterByCode, recordAttendance, swapDate } from "~/features/booking";
import { addWorkingMinutes, workingMinutesBetween } from "~/features/booking/working-hours";
import { addDate, cancelEvent, changeDate, changeEvent, changeQuotas, closeBooking, inviteByName, openBooking, postponeEvent, reopenBooking } from "~/features/event";
import { at } from "~/platform/clock.server";
import { db, pool } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { londonTime } from "~/workflow/working-days";
import { anOpenEvent, aPlannedEvent, aRegion, colleagues, lettersOf, someDate, stateOf, truthOf, workingDay, type TestEvent } from "./world";

async function book(event: TestEvent, person: SignedIn, over: Partial<Parameters<typeof bookPlaces>[0]> = {}): Promise<string> {
  const made = await bookPlaces({ sessionId: event.sessionId, personIds: [person.personId], actor: person, ...over });
  if (made.kind !== "made") throw new Error(made.reason);
  return made.bookings[0]?.bookingId ?? "";
}

const firstWorkingMorning = (days: number) => londonTime(workingDay(days), "10:00");

test("first come, first served: places are booked at once, then people wait in order", async () => {
  const event = await anOpenEvent();
  const people = await colleagues(event.region, 4);
  const ids: string[] = [];
  for (const person of people) ids.push(await book(event, person));
  expect(await Promise.all(ids.map(stateOf))).toEqual(["booked", "booked", "waiting", "waiting"]);
  expect(await lettersOf(ids[0] ?? "", "place.take")).toEqual(["booking/booked > Colleague 0.0"]);
  expect(await lettersOf(ids[2] ?? "", "queue.join")).toEqual(["booking/waiting > Colleague 0.2"]);
  const queue = await db.outboxEmail.findFirstOrThrow({ where: { workflowId: ids[3] ?? "", template: "booking/waiting" } });
  expect(queue.props).toMatchObject({ about: { position: 2 } });
});

test("one person has one booking, and pressing twice books once", async () => {
  const event = await anOpenEvent();
  const [person] = await colleagues(event.region, 1);
  if (!person) throw new Error("nobody");
  const press = { sessionId: event.sessionId, personIds: [person.personId], actor: person, requestKey: "one-press-only" };
  const [one, other] = await Promise.all([bookPlaces(press), bookPlaces(press)]);
  expect(one).toEqual(other);
  expect(await bookPlaces({ ...press, requestKey: "another-press" })).toEqual({ kind: "refused", reason: "booked-already" });
  expect(await truthOf(event.sessionId)).toMatchObject({ taken: 1 });
});

test("a freed place is offered to the first who waits, who takes it", async () => {
  const event = await anOpenEvent({ date: { capacity: 1 } });
  const people = await colleagues(event.region, 3);
  const ids = [await book(event, people[0]!), await book(event, people[1]!), await book(event, people[2]!)];
  expect(await cancelBooking({ bookingId: ids[0]!, actor: people[0]! })).toMatchObject({ kind: "moved" });
  expect(await Promise.all(ids.map(stateOf))).toEqual(["cancelled", "offered", "waiting"]);
  // Whoever books now comes after those who wait, and an offered place is not free.
  const [late] = await colleagues(event.region, 1, 1);
  expect(await stateOf(await book(event, late!))).toBe("waiting");
  expect(await acceptOffer({ bookingId: ids[1]!, actor: people[2]! })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await acceptOffer({ bookingId: ids[1]!, actor: people[1]! })).toMatchObject({ kind: "moved", to: "booked" });
  expect(await truthOf(event.sessionId)).toMatchObject({ taken: 1, holding: 1, waiting: 2 });
});

test("an offer that nobody answers goes to the next, after working hours and not before", async () => {
  const event = await anOpenEvent({ date: { capacity: 1 } });
  const people = await colleagues(event.region, 3);
  const ids: string[] = [];
  for (const person of people) ids.push(await book(event, person));
  const monday = firstWorkingMorning(2);
  await at(monday, () => cancelBooking({ bookingId: ids[0]!, actor: people[0]! }));
  const until = addWorkingMinutes(monday, 8 * 60);
  await at(new Date(until.getTime() - 60_000), sweepDeadlines);
  expect(await stateOf(ids[1]!)).toBe("offered");
  await at(new Date(until.getTime() + 60_000), sweepDeadlines);
  expect(await Promise.all(ids.map(stateOf))).toEqual(["cancelled", "expired", "offered"]);
  expect(await acceptOffer({ bookingId: ids[1]!, actor: people[1]! })).toEqual({ kind: "refused", reason: "no-such-step" });
  // From a page that was open before: the same words, not only that something has changed.
  const { revision } = await db.workflow.findUniqueOrThrow({ where: { id: ids[1]! }, select: { revision: true } });
  expect(await acceptOffer({ bookingId: ids[1]!, actor: people[1]!, expectedRevision: revision - 1 })).toEqual({ kind: "refused", reason: "no-such-step" });
  expect(await lettersOf(ids[1]!, "offer.expire")).toEqual(["booking/offer-expired > Colleague 0.1"]);
  expect(await truthOf(event.sessionId)).toMatchObject({ taken: 1, holding: 1 });
});

test("time in which Candour was away is given back: nobody loses a place by an outage", async () => {
  const event = await anOpenEvent({ date: { capacity: 1 }, rules: { offerHours: 4 } });
  const people = await colleagues(event.region, 2);
  const ids: string[] = [];
  for (const person of people) ids.push(await book(event, person));
  const morning = firstWorkingMorning(2);
  await at(morning, () => cancelBooking({ bookingId: ids[0]!, actor: people[0]! }));
  // Away from 11:00 to 13:30, and the offer was until 14:00.
  await db.serviceGap.create({ data: { fromAt: londonTime(workingDay(2), "11:00"), toAt: londonTime(workingDay(2), "13:30") } });
  await at(londonTime(workingDay(2), "14:01"), sweepDeadlines);
  expect(await stateOf(ids[1]!)).toBe("offered");
  expect(await lettersOf(ids[1]!, "offer.extend")).toEqual(["booking/offer-extended > Colleague 0.1"]);
  const { offerUntil } = await db.booking.findUniqueOrThrow({ where: { id: ids[1]! } });
  expect(offerUntil).toEqual(londonTime(workingDay(2), "16:31"));
  await at(londonTime(workingDay(2), "16:32"), sweepDeadlines);
  expect(await stateOf(ids[1]!)).toBe("expired");
});

test("while no web process lives nobody can take an offer, so that its time does not run, whatever the worker does", async () => {
  const event = await anOpenEvent({ date: { capacity: 1 }, rules: { offerHours: 4 } });
  const people = await colleagues(event.region, 2);
  const ids: string[] = [];
  for (const person of people) ids.push(await book(event, person));
  await at(firstWorkingMorning(6), () => cancelBooking({ bookingId: ids[0]!, actor: people[0]! }));
  // The web went at 12:00 and is not back when the offer would run out at 14:00: two hours are lost so far.
  await db.workerHeartbeat.create({ data: { id: "web:gone", process: "web", seenAt: londonTime(workingDay(6), "12:00") } });
  try {
    await at(londonTime(workingDay(6), "14:01"), sweepDeadlines);
    expect(await stateOf(ids[1]!)).toBe("offered");
    expect((await db.booking.findUniqueOrThrow({ where: { id: ids[1]! } })).offerUntil).toEqual(londonTime(workingDay(6), "16:01"));
    // It is back at 14:02 and notes the time it was away: what is given back is not given twice.
    await db.workerHeartbeat.update({ where: { id: "web:gone" }, data: { seenAt: londonTime(workingDay(6), "16:02") } });
    await db.serviceGap.create({ data: { fromAt: londonTime(workingDay(6), "12:00"), toAt: londonTime(workingDay(6), "14:01") } });
    await at(londonTime(workingDay(6), "16:02"), sweepDeadlines);
    expect(await stateOf(ids[1]!)).toBe("expired");
  } finally {
    await db.workerHeartbeat.delete({ where: { id: "web:gone" } });
  }
});

test("an offer found long after its end, with no outage noted, is given an hour", async () => {
  const event = await anOpenEvent({ date: { capacity: 1 }, rules: { offerHours: 1 } });
  const people = await colleagues(event.region, 2);
  const ids: string[] = [];
  for (const person of people) ids.push(await book(event, person));
  await at(firstWorkingMorning(3), () => cancelBooking({ bookingId: ids[0]!, actor: people[0]! }));
  await at(londonTime(workingDay(3), "12:00"), sweepDeadlines);
  expect(await stateOf(ids[1]!)).toBe("offered");
  expect((await db.booking.findUniqueOrThrow({ where: { id: ids[1]! } })).offerUntil).toEqual(londonTime(workingDay(3), "13:00"));
});

test("working hours skip evenings, weekends and bank holidays, and clock changes do not move them", () => {
  expect(addWorkingMinutes(londonTime("2026-12-24", "16:00"), 120)).toEqual(londonTime("2026-12-29", "10:00"));
  expect(addWorkingMinutes(londonTime("2027-03-26", "20:00"), 60)).toEqual(londonTime("2027-03-30", "10:00"));
  expect(workingMinutesBetween(londonTime("2026-12-24", "16:00"), londonTime("2026-12-29", "10:00"))).toBe(120);
  expect(workingMinutesBetween(londonTime("2026-10-23", "16:30"), londonTime("2026-10-26", "09:30"))).toBe(60);
});

test("a quota keeps places for other authorities, and those who wait behind it do not hold them up", async () => {
  const event = await anOpenEvent({ date: { capacity: 3 }, rules: { quota: 1 } });
  const ashford = await colleagues(event.region, 2, 0);
  const barton = await colleagues(event.region, 1, 1);
  const first = await book(event, ashford[0]!);
  const second = await book(event, ashford[1]!);
  const other = await book(event, barton[0]!);
  expect(await Promise.all([first, second, other].map(stateOf))).toEqual(["booked", "waiting", "booked"]);
  // A place given back by the same authority goes to the one of it who waits.
  await cancelBooking({ bookingId: first, actor: ashford[0]! });
  expect(await stateOf(second)).toBe("offered");
});

test("any authority's ticket may be taken where the event says so, and nowhere else", async () => {
  const strict = await anOpenEvent();
  const [person] = await colleagues(strict.region, 1);
  const barton = strict.region.authorities[1]?.id ?? "";
  expect(await bookPlaces({ sessionId: strict.sessionId, personIds: [person!.personId], ticket: barton, actor: person! })).toEqual({ kind: "refused", reason: "not-your-ticket" });
  const free = await anOpenEvent({ region: strict.region, rules: { anyTicket: true, quota: 1 } });
  const id = await book(free, person!, { ticket: barton });
  expect((await db.booking.findUniqueOrThrow({ where: { id } })).authorityId).toBe(barton);
  expect(await bookPlaces({ sessionId: free.sessionId, personIds: [(await colleagues(strict.region, 1, 1))[0]!.personId], ticket: "elsewhere", actor: strict.region.coordinator })).toEqual({ kind: "refused", reason: "choose-ticket" });
});

test("a team comes together or not at all, booked by a manager of its authority", async () => {
  const event = await anOpenEvent({ date: { capacity: 3 } });
  const delegate = event.region.authorities[0]!.delegate;
  const team = await colleagues(event.region, 4);
  const ids = team.map(({ personId }) => personId);
  expect(await bookPlaces({ sessionId: event.sessionId, personIds: ids, actor: delegate })).toEqual({ kind: "refused", reason: "team-does-not-fit" });
  expect(await db.booking.count({ where: { sessionId: event.sessionId } })).toBe(0);
  const made = await bookPlaces({ sessionId: event.sessionId, personIds: ids.slice(0, 3), actor: delegate });
  expect(made).toMatchObject({ kind: "made", bookings: [{ state: "booked" }, { state: "booked" }, { state: "booked" }] });
  if (made.kind === "made") expect(await lettersOf(made.bookings[0]!.bookingId, "place.take")).toEqual(["booking/booked > Colleague 0.0", "booking/booked > Delegate of Ashford"]);
});

test("nobody books for another authority, nor for anybody without a post that manages", async () => {
  const event = await anOpenEvent({ date: { capacity: 9 } });
  const [own, colleague] = await colleagues(event.region, 2, 0);
  const [stranger] = await colleagues(event.region, 1, 1);
  const delegate = event.region.authorities[0]!.delegate;
  expect(await bookPlaces({ sessionId: event.sessionId, personIds: [stranger!.personId], actor: delegate })).toEqual({ kind: "refused", reason: "not-of-your-authority" });
  expect(await bookPlaces({ sessionId: event.sessionId, personIds: [colleague!.personId], actor: own! })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await bookPlaces({ sessionId: event.sessionId, personIds: [stranger!.personId], actor: event.region.coordinator })).toMatchObject({ kind: "made" });
  const elsewhere = await aRegion();
  expect(await bookPlaces({ sessionId: event.sessionId, personIds: [elsewhere.authorities[0]!.dcs.personId], actor: elsewhere.authorities[0]!.dcs })).toEqual({ kind: "refused", reason: "not-invited" });
});

test("a closed invitation is for those who took part before", async () => {
  const before = await anOpenEvent({ date: { day: workingDay(1), capacity: 5 }, rules: { bookBy: workingDay(1) } });
  const [came, stayed] = await colleagues(before.region, 2);
  const cameId = await book(before, came!);
  const stayedId = await book(before, stayed!);
  await at(londonTime(workingDay(1), "17:00"), () => recordAttendance({ sessionId: before.sessionId, came: new Map([[cameId, "part"], [stayedId, "miss"]]), actor: before.region.coordinator }));
  expect(await Promise.all([cameId, stayedId].map(stateOf))).toEqual(["partlyAttended", "noShow"]);
  const closed = await anOpenEvent({ region: before.region, title: "Community of practice", rules: { audience: "attended", attendedOwnerId: before.eventId } });
  expect(await bookPlaces({ sessionId: closed.sessionId, personIds: [stayed!.personId], actor: stayed! })).toEqual({ kind: "refused", reason: "not-invited" });
  expect(await book(closed, came!)).not.toBe("");
  expect(await lettersOf(closed.eventId, "booking.open")).toEqual(expect.arrayContaining(["event/invited > Colleague 0.0"]));
});

test("a coordinator cannot make fewer places than are taken, and added places go to who waits", async () => {
  const event = await anOpenEvent();
  const people = await colleagues(event.region, 4);
  const ids: string[] = [];
  for (const person of people) ids.push(await book(event, person));
  const change = (capacity: number) => changeDate({ eventId: event.eventId, sessionId: event.sessionId, date: someDate({ capacity }), actor: event.region.coordinator });
  expect(await change(1)).toEqual({ kind: "refused", reason: "capacity-below-taken" });
  expect(await change(3)).toMatchObject({ kind: "moved" });
  expect(await Promise.all(ids.map(stateOf))).toEqual(["booked", "booked", "offered", "waiting"]);
  await expect(pool.query("UPDATE bookable_session SET capacity = 1 WHERE id = $1", [event.sessionId])).rejects.toThrow(/places_are_enough/);
});

test("moving it tells everybody with the same calendar entry raised, and cancelling takes it out", async () => {
  const event = await anOpenEvent({ date: { capacity: 1 } });
  const [booked, waits] = await colleagues(event.region, 2);
  const id = await book(event, booked!);
  const waiting = await book(event, waits!);
  await changeDate({ eventId: event.eventId, sessionId: event.sessionId, date: someDate({ day: workingDay(31), capacity: 1 }), actor: event.region.coordinator });
  await postponeEvent({ eventId: event.eventId, reason: "The hall is flooded", actor: event.region.coordinator });
  expect(await bookPlaces({ sessionId: event.sessionId, personIds: [event.region.authorities[1]!.dcs.personId], actor: event.region.authorities[1]!.dcs })).toEqual({ kind: "refused", reason: "not-open" });
  await changeDate({ eventId: event.eventId, sessionId: event.sessionId, date: someDate({ day: workingDay(35), capacity: 1 }), actor: event.region.coordinator });
  expect(await stateOf(event.eventId)).toBe("bookingOpen");
  expect(await cancelEvent({ eventId: event.eventId, reason: "", actor: event.region.coordinator })).toEqual({ kind: "refused", reason: "hasReason" });
  await cancelEvent({ eventId: event.eventId, reason: "Too few", actor: event.region.coordinator });
  const letters = await db.outboxEmail.findMany({ where: { workflowId: id }, orderBy: { createdAt: "asc" } });
  const calendars = letters.flatMap(({ template, props }) => (props as { calendar: { uid: string; sequence: number; method: string }[] }).calendar.map(({ uid, sequence, method }) => [template, uid === `${id}@candour`, sequence, method]));
  expect(calendars).toEqual([
    ["booking/booked", true, 0, "REQUEST"],
    ["booking/session-moved", true, 1, "REQUEST"],
    ["booking/session-postponed", true, 2, "CANCEL"],
    ["booking/session-moved", true, 3, "REQUEST"],
    ["booking/session-cancelled", true, 4, "CANCEL"],
  ]);
  expect(JSON.stringify(letters)).not.toContain("flooded");
  expect(await Promise.all([id, waiting].map(stateOf))).toEqual(["cancelled", "cancelled"]);
});

test("a person changes to another date when a place is free there, and the old one goes to who waits", async () => {
  const event = await anOpenEvent({ date: { capacity: 1 } });
  const { eventId, region } = event;
  expect(await addDate({ eventId, date: someDate({ day: workingDay(33), capacity: 1 }), actor: region.coordinator })).toMatchObject({ kind: "moved" });
  const other = await db.bookableSession.findFirstOrThrow({ where: { ownerId: eventId, id: { not: event.sessionId } } });
  const [one, two, three] = await colleagues(region, 3);
  const mine = await book(event, one!);
  const waits = await book(event, two!);
  expect(await bookPlaces({ sessionId: other.id, personIds: [one!.personId], actor: one! })).toEqual({ kind: "refused", reason: "booked-already" });
  expect(await swapDate({ bookingId: mine, toSessionId: other.id, actor: one!, requestKey: "the-same-press-twice" })).toMatchObject({ kind: "moved" });
  expect(await swapDate({ bookingId: mine, toSessionId: other.id, actor: one!, requestKey: "the-same-press-twice" })).toEqual({ kind: "repeated", to: "booked" });
  expect(await swapDate({ bookingId: mine, toSessionId: other.id, actor: one! })).toEqual({ kind: "refused", reason: "same-date" });
  expect(await stateOf(waits)).toBe("offered");
  expect(await truthOf(event.sessionId)).toMatchObject({ taken: 1, holding: 1 });
  expect(await truthOf(other.id)).toMatchObject({ taken: 1, holding: 1 });
  const full = await book({ ...event, sessionId: other.id }, three!);
  expect(await stateOf(full)).toBe("waiting");
  await acceptOffer({ bookingId: waits, actor: two! });
  expect(await swapDate({ bookingId: waits, toSessionId: other.id, actor: two! })).toEqual({ kind: "refused", reason: "no-place" });
});

test("after the last day to book nobody books, but a freed place is still offered, and the coordinator books on the day", async () => {
  const event = await anOpenEvent({ date: { capacity: 1 } });
  const people = await colleagues(event.region, 3);
  const ids = [await book(event, people[0]!), await book(event, people[1]!)];
  await closeBooking({ eventId: event.eventId, actor: event.region.coordinator });
  expect(await bookPlaces({ sessionId: event.sessionId, personIds: [people[2]!.personId], actor: people[2]! })).toEqual({ kind: "refused", reason: "not-open" });
  await cancelBooking({ bookingId: ids[0]!, actor: people[0]! });
  expect(await stateOf(ids[1]!)).toBe("offered");
  await declineOffer({ bookingId: ids[1]!, actor: people[1]! });
  expect(await bookPlaces({ sessionId: event.sessionId, personIds: [people[2]!.personId], actor: event.region.coordinator })).toMatchObject({ kind: "made", bookings: [{ state: "booked" }] });
});

test("dates pass by themselves: booking closes, it is held, the waiting list closes", async () => {
  const event = await anOpenEvent({ date: { day: workingDay(3), capacity: 1 }, rules: { bookBy: workingDay(2) } });
  const people = await colleagues(event.region, 2);
  const ids = [await book(event, people[0]!), await book(event, people[1]!)];
  await at(londonTime(workingDay(3), "00:10"), sweepDeadlines);
  expect(await stateOf(event.eventId)).toBe("bookingClosed");
  expect(await db.bookableSession.findUniqueOrThrow({ where: { id: event.sessionId } })).toMatchObject({ bookable: false });
  await at(londonTime(workingDay(4), "00:10"), sweepDeadlines);
  expect(await stateOf(event.eventId)).toBe("held");
  expect(await Promise.all(ids.map(stateOf))).toEqual(["booked", "notPlaced"]);
});

test("the code at the door notes one's own attendance, on the day only", async () => {
  const event = await anOpenEvent({ date: { day: workingDay(1) }, rules: { bookBy: workingDay(1) } });
  const [person] = await colleagues(event.region, 1);
  const id = await book(event, person!);
  const { doorCode } = await db.bookableSession.findUniqueOrThrow({ where: { id: event.sessionId } });
  expect(await enterByCode({ bookingId: id, code: doorCode, actor: person! })).toEqual({ kind: "refused", reason: "codeIsRight" });
  await at(londonTime(workingDay(1), "10:05"), async () => {
    expect(await enterByCode({ bookingId: id, code: "WRONG2", actor: person! })).toEqual({ kind: "refused", reason: "codeIsRight" });
    expect(await enterByCode({ bookingId: id, code: doorCode.toLowerCase(), actor: event.region.authorities[1]!.dcs })).toEqual({ kind: "refused", reason: "not-your-role" });
    expect(await enterByCode({ bookingId: id, code: ` ${doorCode.toLowerCase()} `, actor: person! })).toMatchObject({ kind: "moved", to: "attended" });
  });
});

test("a quota can be set later, and not below what an authority has", async () => {
  const event = await anOpenEvent({ date: { capacity: 5 } });
  const people = await colleagues(event.region, 2);
  for (const person of people) await book(event, person);
  const change = (quota: number | null) =>
    changeEvent({ eventId: event.eventId, details: { title: "Improvement conference", kind: "conference", about: "" }, rules: { bookBy: workingDay(20), audience: "region", attendedOwnerId: null, anyTicket: false, quota, offerHours: 8 }, actor: event.region.coordinator });
  expect(await change(1)).toEqual({ kind: "refused", reason: "quota-below-taken" });
  expect(await change(2)).toMatchObject({ kind: "moved" });
  expect(await db.sessionQuota.findFirstOrThrow({ where: { sessionId: event.sessionId, authorityId: event.region.authorities[0]!.id } })).toMatchObject({ places: 2, taken: 2 });
});

test("each authority can have its own limit, and what is set for each stays when the rest is changed", async () => {
  const event = await anOpenEvent({ date: { capacity: 9 }, rules: { quota: 3 } });
  const [one, other] = [event.region.authorities[0]!, event.region.authorities[1]!];
  for (const person of await colleagues(event.region, 2)) await book(event, person);
  const set = (places: number | null) => changeQuotas({ eventId: event.eventId, quotas: new Map([[one.id, places], [other.id, 5]]), actor: event.region.coordinator });
  expect(await set(1)).toEqual({ kind: "refused", reason: "quota-below-taken" });
  expect(await set(null)).toMatchObject({ kind: "moved" });
  await changeEvent({ eventId: event.eventId, details: { title: "Renamed", kind: "workshop", about: "" }, rules: { bookBy: workingDay(20), audience: "region", attendedOwnerId: null, anyTicket: true, quota: "asSet", offerHours: 8 }, actor: event.region.coordinator });
  expect(await db.sessionQuota.findMany({ where: { sessionId: event.sessionId, authorityId: { in: [one.id, other.id] } }, select: { authorityId: true, places: true } })).toEqual([{ authorityId: other.id, places: 5 }]);
});

test("an event that is renamed renames its bookings: tasks, emails and calendars say one name", async () => {
  const event = await anOpenEvent();
  const [person] = await colleagues(event.region, 1);
  const id = await book(event, person!);
  await changeEvent({ eventId: event.eventId, details: { title: "Autumn conference", kind: "conference", about: "" }, rules: { bookBy: workingDay(20), audience: "region", attendedOwnerId: null, anyTicket: false, quota: null, offerHours: 8 }, actor: event.region.coordinator });
  expect((await db.workflow.findUniqueOrThrow({ where: { id } })).title).toBe("Autumn conference");
});

test("a closed invitation by name: only those chosen are told, see it and book, and none with a booking is left out", async () => {
  const region = await aRegion();
  const event = await aPlannedEvent(region, { rules: { audience: "named" } });
  const [guest, second, stranger] = await colleagues(region, 3);
  expect(await openBooking({ eventId: event.eventId, actor: region.coordinator })).toEqual({ kind: "refused", reason: "complete" });
  const invite = (...people: readonly SignedIn[]) => inviteByName({ eventId: event.eventId, personIds: people.map(({ personId }) => personId), actor: region.coordinator });
  expect(await invite()).toEqual({ kind: "refused", reason: "choose-guests" });
  expect(await invite({ ...guest!, personId: crypto.randomUUID() })).toEqual({ kind: "refused", reason: "choose-guests" });
  expect(await invite(guest!)).toEqual({ kind: "saved" });
  expect(await openBooking({ eventId: event.eventId, actor: region.coordinator })).toMatchObject({ kind: "moved" });
  expect((await lettersOf(event.eventId, "booking.open")).filter((one) => one.startsWith("event/invited"))).toEqual([`event/invited > ${guest!.name}`]);
  await book(event, guest!);
  expect(await bookPlaces({ sessionId: event.sessionId, personIds: [stranger!.personId], actor: stranger! })).toEqual({ kind: "refused", reason: "not-invited" });
  expect(await invite(second!)).toEqual({ kind: "refused", reason: "guest-has-booking" });
  expect(await invite(guest!, second!)).toMatchObject({ kind: "moved" });
  expect(await lettersOf(event.eventId, "invitation.repeat")).toContain(`event/invited > ${second!.name}`);
  expect(await lettersOf(event.eventId, "invitation.repeat")).not.toContain(`event/invited > ${guest!.name}`);
});

test("a last day to book that has passed is refused, when it is planned, opened and opened again", async () => {
  const region = await aRegion();
  const event = await aPlannedEvent(region, { rules: { bookBy: workingDay(-1) } });
  expect(await openBooking({ eventId: event.eventId, actor: region.coordinator })).toEqual({ kind: "refused", reason: "deadlineAhead" });
  const open = await anOpenEvent({ region });
  await closeBooking({ eventId: open.eventId, actor: region.coordinator });
  expect(await reopenBooking({ eventId: open.eventId, bookBy: workingDay(-1), actor: region.coordinator })).toEqual({ kind: "refused", reason: "deadlineAhead" });
  expect((await db.bookableSession.findUniqueOrThrow({ where: { id: open.sessionId } })).bookBy.toISOString().slice(0, 10)).toBe(workingDay(20));
});

test("a planned event is changed without telling anybody, and cannot be booked", async () => {
  const event = await aPlannedEvent(await aRegion());
  expect(await changeDate({ eventId: event.eventId, sessionId: event.sessionId, date: someDate({ capacity: 9 }), actor: event.region.coordinator })).toEqual({ kind: "saved" });
  expect(await changeDate({ eventId: event.eventId, sessionId: event.sessionId, date: someDate({ capacity: 9 }), actor: event.region.chair })).toEqual({ kind: "refused", reason: "not-your-role" });
  expect(await db.outboxEmail.count({ where: { workflowId: event.eventId } })).toBe(0);
  expect(await bookPlaces({ sessionId: event.sessionId, personIds: [event.region.coordinator.personId], actor: event.region.coordinator })).toEqual({ kind: "refused", reason: "not-open" });
});

test("of alternative dates one moves alone: only those who have it are told, and only their calendars change", async () => {
  const event = await anOpenEvent({ date: { capacity: 5 } });
  const [first, second] = await colleagues(event.region, 2);
  expect(await addDate({ eventId: event.eventId, date: someDate({ day: workingDay(32), capacity: 5 }), actor: event.region.coordinator })).toMatchObject({ kind: "moved" });
  const other = await db.bookableSession.findFirstOrThrow({ where: { ownerId: event.eventId, id: { not: event.sessionId } }, select: { id: true } });
  const stays = await book(event, first!);
  const moves = await book({ ...event, sessionId: other.id }, second!);
  await changeDate({ eventId: event.eventId, sessionId: other.id, date: someDate({ day: workingDay(33), capacity: 5 }), actor: event.region.coordinator });
  expect(await lettersOf(moves, "session.move")).toHaveLength(1);
  expect(await lettersOf(stays, "session.move")).toEqual([]);
  expect((await db.workflow.findUniqueOrThrow({ where: { id: stays } })).revision).toBe(2);
  // After a postponement every date stands again, and everybody is told.
  await postponeEvent({ eventId: event.eventId, reason: "The hall is flooded", actor: event.region.coordinator });
  await changeDate({ eventId: event.eventId, sessionId: other.id, date: someDate({ day: workingDay(34), capacity: 5 }), actor: event.region.coordinator });
  expect(await lettersOf(stays, "session.move")).toHaveLength(1);
});
