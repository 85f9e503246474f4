import { expect, test } from "vitest";

import { acceptOffer, bookPlaces, cancelBooking, type BookResult } from "~/features/booking";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { londonTime } from "~/workflow/working-days";
import { anOpenEvent, aRegion, colleagues, stateOf, truthOf, workingDay } from "./world";

const idOf = (made: BookResult): string => (made.kind === "made" ? (made.bookings[0]?.bookingId ?? "") : "");

test("500 people press at once for 40 places while others cancel and offers run out: never one too many, none stranded, nobody twice", { timeout: 240_000 }, async () => {
  const region = await aRegion();
  const event = await anOpenEvent({ region, date: { capacity: 40 }, rules: { offerHours: 1 } });
  const people = (await Promise.all([0, 1, 2].map((authority) => colleagues(region, 167, authority)))).flat().slice(0, 500);
  let leaving = 20;
  let pressing = true;
  // Every second of those who get a place gives it back at once, until twenty have: the first who waits is offered it.
  const presses = Promise.all(people.map(async (person, index) => {
    const made = await bookPlaces({ sessionId: event.sessionId, personIds: [person.personId], actor: person });
    const state = made.kind === "made" ? made.bookings[0]?.state : made.reason;
    if (state !== "booked" || index % 2 === 0 || leaving-- <= 0) return state;
    const cancelled = await cancelBooking({ bookingId: idOf(made), actor: person });
    return cancelled.kind === "moved" ? "left" : cancelled.kind;
  })).finally(() => (pressing = false));
  // Meanwhile every offer made so far runs out, again and again, and goes to the next.
  const sweeping = (async () => {
    for (let day = 2; pressing && day < 15; day += 1) await at(londonTime(workingDay(day), "16:59"), sweepDeadlines);
  })();
  const [states] = await Promise.all([presses, sweeping]);
  const of = (state: string) => states.filter((one) => one === state).length;
  expect(of("left")).toBe(20);
  expect(of("booked") + of("waiting") + of("left"), JSON.stringify([...new Set(states)])).toBe(500);
  const numbers = await db.booking.findMany({ where: { sessionId: event.sessionId, queueNo: { not: null } }, select: { queueNo: true, workflow: { select: { state: true } } }, orderBy: { queueNo: "asc" } });
  expect(numbers.map(({ queueNo }) => queueNo)).toEqual(Array.from({ length: of("waiting") }, (_, index) => index + 1));
  // Whoever was offered a place came before everybody who still waits.
  const firstWaiting = numbers.findIndex(({ workflow }) => workflow.state === "waiting");
  expect(numbers.slice(firstWaiting).every(({ workflow }) => workflow.state === "waiting")).toBe(true);
  expect(await truthOf(event.sessionId)).toMatchObject({ capacity: 40, taken: 40, holding: 40 });
  expect(await db.booking.count({ where: { sessionId: event.sessionId } })).toBe(500);
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
