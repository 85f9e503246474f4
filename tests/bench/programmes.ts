import { randomUUID } from "node:crypto";

import { makeProgramme, openNominations, planCohort } from "~/features/programme";
import { addDay, bookDays, openDay } from "~/features/programme-day";
import { db, pool } from "~/platform/db.server";
import { seedSmall } from "../../prisma/seed/small";

import { workingDay } from "../support/days";
import { timed } from "./measure";

const people = 1000;
const days = 4;
const places = 400;

/**
 * A thousand participants who each book all four days of a programme with one press, at the same moment;
 * every day has four hundred places. Aim: nothing lost, nobody twice, never a place too many.
 */
export async function run(): Promise<void> {
  const { southEast } = await seedSmall();
  const { actor } = southEast.person("sli-coordinator");
  const guests = await db.person.createManyAndReturn({ data: Array.from({ length: people }, (_, index) => ({ name: `Guest ${index}`, email: `${randomUUID()}@example.org` })), select: { id: true } });
  const made = await makeProgramme({ regionId: southEast.regionId, actor, details: { title: "Leaders", short: "LP", aims: "", eligibility: "", sponsors: "", inTeams: false, mayMiss: 1, hasAssignment: false } });
  if (made.kind !== "made") throw new Error(made.reason);
  const planned = await planCohort({ programmeId: made.id, actor, quotas: [], details: { places: people - 1, closesOn: workingDay(20), selectBy: workingDay(30), offerHours: 40 } });
  if (planned.kind !== "made") throw new Error(planned.reason);
  const choices = new Map<string, string>();
  for (let number = 1; number <= days; number += 1) {
    const day = await addDay({
      cohortId: planned.id, actor, details: { title: `Day ${number}`, about: "", tutorIds: [] },
      date: { day: workingDay(50 + number), startsAt: "10:00", endsAt: "15:00", mode: "inPerson", place: "County Hall", joinLink: "", instructions: "", capacity: places },
    });
    if (day.kind !== "made") throw new Error(day.reason);
    await openDay({ dayId: day.id, actor });
    choices.set(day.id, (await db.bookableSession.findFirstOrThrow({ where: { ownerId: day.id }, select: { id: true } })).id);
    await db.sessionGuest.createMany({ data: guests.map(({ id }) => ({ ownerId: day.id, personId: id })) });
  }
  await openNominations({ cohortId: planned.id, actor });
  const ms = await timed(people, people, async (index) => {
    const personId = guests[index]?.id ?? "";
    const booked = await bookDays({ cohortId: planned.id, choices, needs: "", actor: { kind: "person", personId } });
    if (booked.kind !== "done" || booked.days.some(({ kind }) => kind !== "booked" && kind !== "waiting")) throw new Error(JSON.stringify(booked));
  });
  const { rows } = await pool.query<{ owner: string; booked: number; waiting: number }>(
    "SELECT b.owner_id AS owner, count(*) FILTER (WHERE w.state = 'booked')::int AS booked, count(*) FILTER (WHERE w.state = 'waiting')::int AS waiting FROM booking b JOIN workflow w ON w.id = b.id GROUP BY 1",
  );
  const right = rows.length === days && rows.every(({ booked, waiting }) => booked === places && waiting === people - places);
  if (!right) {
    console.log(`  WRONG: ${JSON.stringify(rows)}`);
    process.exitCode = 1;
  }
  console.log(`${people} participants book ${days} days of ${places} places each at the same moment:`);
  console.log(`  ${((people * days) / (ms / 1000)).toFixed(0)} bookings a second, ${(people / (ms / 1000)).toFixed(0)} participants a second, all in ${(ms / 1000).toFixed(1)} s; every day full, nobody twice: ${right ? "yes" : "NO"}`);
}
