import { expect, test } from "vitest";

import { acceptOffer, bookPlaces, cancelBooking, type BookResult } from "~/features/booking";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { londonTime } from "~/workflow/working-days";
import { anOpenEvent, aRegion, colleagues, stateOf, truthOf, workingDay } from "./world";

const idOf = (made: BookResult): string => (made.kind === "made" ? (made.bookings[0]?.bookingId ?? "") : "");

test("200 people press at once for 40 places: forty are booked, the others wait in one order, none twice", { timeout: 180_000 }, async () => {
  const region = await aRegion();
  const event = await anOpenEvent({ region, date: { capacity: 40 } });
  const people = (await Promise.all([0, 1, 2].map((authority) => colleagues(region, 67, authority)))).flat().slice(0, 200);
  const made = await Promise.all(people.map((person) => bookPlaces({ sessionId: event.sessionId, personIds: [person.personId], actor: person })));
  const states = made.map((one) => (one.kind === "made" ? one.bookings[0]?.state : one.reason));
  expect(states.filter((state) => state === "booked")).toHaveLength(40);
  expect(states.filter((state) => state === "waiting")).toHaveLength(160);
  const numbers = await db.booking.findMany({ where: { sessionId: event.sessionId, queueNo: { not: null } }, select: { queueNo: true }, orderBy: { queueNo: "asc" } });
  expect(numbers.map(({ queueNo }) => queueNo)).toEqual(Array.from({ length: 160 }, (_, index) => index + 1));
  expect(await truthOf(event.sessionId)).toEqual({ capacity: 40, taken: 40, holding: 40, waiting: 160, couldTake: 160 });

  // Twenty of those booked cancel at the same moment: twenty who wait are offered a place, and exactly the first twenty.
  const leaving = made.flatMap((one, index) => (states[index] === "booked" ? [{ id: idOf(one), person: people[index] }] : [])).slice(0, 20);
  const cancelled = await Promise.all(leaving.map(({ id, person }) => cancelBooking({ bookingId: id, actor: person ?? region.coordinator })));
  expect(cancelled.every(({ kind }) => kind === "moved")).toBe(true);
  const offered = await db.booking.findMany({ where: { sessionId: event.sessionId, workflow: { state: "offered" } }, select: { queueNo: true }, orderBy: { queueNo: "asc" } });
  expect(offered.map(({ queueNo }) => queueNo)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect(await truthOf(event.sessionId)).toMatchObject({ taken: 40, holding: 40, waiting: 140 });
});

test("an offer that is taken at the moment it runs out is either taken or gone, and the place is somebody's either way", { timeout: 120_000 }, async () => {
  for (let round = 0; round < 4; round += 1) {
    const event = await anOpenEvent({ date: { capacity: 1 }, rules: { offerHours: 2 } });
    const people = await colleagues(event.region, 3);
    const ids: string[] = [];
    for (const person of people) ids.push(idOf(await bookPlaces({ sessionId: event.sessionId, personIds: [person.personId], actor: person })));
    const [first, second, third] = ids as [string, string, string];
    await at(londonTime(workingDay(2), "10:00"), () => cancelBooking({ bookingId: first, actor: people[0]! }));
    const [, accepted] = await at(londonTime(workingDay(2), "12:01"), () => Promise.all([sweepDeadlines(), acceptOffer({ bookingId: second, actor: people[1]! })]));
    const [secondState, thirdState] = [await stateOf(second), await stateOf(third)];
    if (accepted.kind === "moved") expect([secondState, thirdState]).toEqual(["booked", "waiting"]);
    else expect([accepted, secondState, thirdState]).toEqual([{ kind: "refused", reason: "no-such-step" }, "expired", "offered"]);
    expect(await truthOf(event.sessionId)).toMatchObject({ taken: 1, holding: 1 });
  }
});

test("somebody who cancels while they are being offered a place leaves it to the next", { timeout: 120_000 }, async () => {
  for (let round = 0; round < 4; round += 1) {
    const event = await anOpenEvent({ date: { capacity: 1 } });
    const people = await colleagues(event.region, 3);
    const ids: string[] = [];
    for (const person of people) ids.push(idOf(await bookPlaces({ sessionId: event.sessionId, personIds: [person.personId], actor: person })));
    const [first, second, third] = ids as [string, string, string];
    const results = await Promise.all([cancelBooking({ bookingId: first, actor: people[0]! }), cancelBooking({ bookingId: second, actor: people[1]! })]);
    expect(results.map(({ kind }) => kind)).toEqual(["moved", "moved"]);
    expect([await stateOf(first), await stateOf(second), await stateOf(third)]).toEqual(["cancelled", "cancelled", "offered"]);
    expect(await truthOf(event.sessionId)).toMatchObject({ taken: 1, holding: 1, waiting: 0 });
  }
});
