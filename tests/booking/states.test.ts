import { expect, test } from "vitest";

import { booking } from "~machines/booking";
import { isFinal, statesOf } from "~machines/machine";
import { bookPlaces } from "~/features/booking";
import { db, pool } from "~/platform/db.server";
import { anOpenEvent } from "./world";

// The database counts places by the states: what it knows of them must be what the machine means.
test("a booking takes a place in exactly the states in which it should, and counts until its end", async () => {
  const event = await anOpenEvent();
  const person = event.region.authorities[0]!.dcs;
  const made = await bookPlaces({ sessionId: event.sessionId, personIds: [person.personId], actor: person });
  const id = made.kind === "made" ? (made.bookings[0]?.bookingId ?? "") : "";
  const holds: string[] = [];
  for (const state of statesOf(booking)) {
    await pool.query("UPDATE workflow SET state = $2 WHERE id = $1", [id, state]);
    const row = await db.booking.findUniqueOrThrow({ where: { id }, select: { holds: true, active: true, session: { select: { taken: true } } } });
    if (row.holds) holds.push(state);
    expect(row.session.taken, state).toBe(row.holds ? 1 : 0);
    expect(row.active, state).toBe(!isFinal(booking, state));
  }
  expect(holds).toEqual(["booked", "offered", "attended", "partlyAttended", "noShow"]);
});
