import { randomUUID } from "node:crypto";

import { bookPlaces } from "~/features/booking";
import { openBooking, planEvent } from "~/features/event";
import { db, pool } from "~/platform/db.server";
import { seedSmall } from "../../prisma/seed/small";

import { workingDay } from "../support/days";
import { median, timed } from "./measure";

const people = 600;
const places = 240;
const rounds = 3;

/**
 * Six hundred people who book the same session at the same moment, two hundred and forty of them finding a place and
 * the others the waiting list; beside it the bare SQL of the same outcome: a lock on the session, a count,
 * a row, one transaction each. Both on the same pool. Aim: nothing lost, nobody twice, and never a place too many.
 */
export async function run(): Promise<void> {
  const { southEast } = await seedSmall();
  const guests = await db.person.createManyAndReturn({ data: Array.from({ length: people }, (_, index) => ({ name: `Guest ${index}`, email: `${randomUUID()}@example.org` })), select: { id: true } });
  const post = await db.post.create({ data: { kind: "section-author", title: "Guest", regionId: southEast.regionId, authorityId: "medway" } });
  await db.holding.createMany({ data: guests.map(({ id }) => ({ postId: post.id, personId: id, from: new Date("2026-01-01") })) });
  await pool.query("CREATE TABLE bare_session (id int PRIMARY KEY, capacity int, taken int DEFAULT 0); CREATE TABLE bare_booking (session_id int, person_id uuid, waits boolean, PRIMARY KEY (session_id, person_id))");
  const booking: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const sessionId = await anOpenSession(southEast.regionId, southEast.person("sli-coordinator").actor);
    booking.push(await timed(people, people, async (index) => {
      const personId = guests[index]?.id ?? "";
      const made = await bookPlaces({ sessionId, personIds: [personId], actor: { kind: "person", personId } });
      if (made.kind !== "made") throw new Error(made.reason);
    }));
    const { rows } = await pool.query<{ state: string; count: number }>("SELECT w.state, count(*)::int FROM booking b JOIN workflow w ON w.id = b.id WHERE b.session_id = $1 GROUP BY 1", [sessionId]);
    const of = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
    if (of("booked") !== places || of("waiting") !== people - places) {
      console.log(`  WRONG: ${JSON.stringify(rows)}`);
      process.exitCode = 1;
    }
    await pool.query("INSERT INTO bare_session (id, capacity) VALUES ($1, $2)", [round, places]);
    bare.push(await timed(people, people, (index) => bareBooking(round, guests[index]?.id ?? "")));
  }
  const perSecond = (ms: number) => people / (ms / 1000);
  console.log(`${people} people booking ${places} places at the same moment, ${rounds} rounds:`);
  console.log(`  bookings  ${perSecond(median(booking)).toFixed(0)} a second, with log, email, calendar and quota (${booking.map((ms) => perSecond(ms).toFixed(0)).join(", ")})`);
  console.log(`  bare SQL  ${perSecond(median(bare)).toFixed(0)} a second (${bare.map((ms) => perSecond(ms).toFixed(0)).join(", ")})`);
  console.log(`  ratio     ${(median(bare) / median(booking)).toFixed(2)} of the bare SQL`);
}

async function anOpenSession(regionId: string, actor: Parameters<typeof planEvent>[0]["actor"]): Promise<string> {
  const planned = await planEvent({
    regionId, actor, details: { title: `Conference ${randomUUID().slice(0, 4)}`, kind: "conference", about: "" },
    date: { day: workingDay(60), startsAt: "10:00", endsAt: "15:00", mode: "inPerson", place: "County Hall", joinLink: "", instructions: "", capacity: places },
    rules: { bookBy: workingDay(50), audience: "region", attendedOwnerId: null, anyTicket: false, quota: null, offerHours: 8 },
  });
  if (planned.kind !== "made") throw new Error(planned.reason);
  await openBooking({ eventId: planned.id, actor });
  return (await db.bookableSession.findFirstOrThrow({ where: { ownerId: planned.id }, select: { id: true } })).id;
}

async function bareBooking(sessionId: number, personId: string): Promise<void> {
  const connection = await pool.connect();
  try {
    await connection.query("BEGIN");
    const { rows } = await connection.query<{ capacity: number; taken: number }>("SELECT capacity, taken FROM bare_session WHERE id = $1 FOR UPDATE", [sessionId]);
    const waits = (rows[0]?.taken ?? 0) >= (rows[0]?.capacity ?? 0);
    await connection.query("INSERT INTO bare_booking VALUES ($1, $2, $3)", [sessionId, personId, waits]);
    if (!waits) await connection.query("UPDATE bare_session SET taken = taken + 1 WHERE id = $1", [sessionId]);
    await connection.query("COMMIT");
  } finally {
    connection.release();
  }
}
