import "~/features/processes.server";
import { beforeAll, expect, test } from "vitest";

import { at } from "~/platform/clock.server";
import { publishMachines } from "~/workflow/publish.server";
import { tell } from "../../prisma/seed/clockwork";
import { calendarAround } from "../../prisma/seed/days";
import { eventsStory } from "../../prisma/seed/events";
import { seedPeople } from "../../prisma/seed/people";
import { testDatabase } from "../support/database";

// The events of the demonstration, told alone for one region: what its personas find.
const { db, pool } = await testDatabase();
const today = new Date("2026-11-23T12:00:00Z");

beforeAll(async () => {
  await publishMachines();
  await at(today, async () => {
    const calendar = calendarAround(today);
    const authorityIds = (await db.authority.findMany({ where: { regionId: "yorkshire-and-the-humber" }, select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id);
    const staff = await seedPeople({ regionId: "yorkshire-and-the-humber", domain: "yorkshire-humber", authorityIds, chairedBy: "leeds", seed: 2, changes: new Map(), since: calendar.yearsBefore(3).moment(0) });
    await tell(eventsStory({ regionId: "yorkshire-and-the-humber", staff, authorityIds, calendar }), { until: today });
  });
}, 300_000);

const stateOf = async (title: string) => (await db.event.findFirstOrThrow({ where: { title }, select: { workflow: { select: { state: true } } } })).workflow.state;

test("the events stand in every state that an event rests in", async () => {
  expect(await stateOf("Regional improvement conference")).toBe("bookingOpen");
  expect(await stateOf("Neglect: community of practice")).toBe("bookingOpen");
  expect(await stateOf("Assistant directors’ network")).toBe("bookingClosed");
  expect(await stateOf("Neglect: practice workshop")).toBe("closed");
  expect(await stateOf("Data leads’ workshop")).toBe("postponed");
  expect(await stateOf("Panel on placements")).toBe("cancelled");
});

test("the conference is full, one place is on offer, and people wait", async () => {
  const { id } = await db.event.findFirstOrThrow({ where: { title: "Regional improvement conference" } });
  const session = await db.bookableSession.findFirstOrThrow({ where: { ownerId: id } });
  expect([session.taken, session.capacity]).toEqual([24, 24]);
  const { rows } = await pool.query<{ state: string; count: number }>("SELECT w.state, count(*)::int FROM booking b JOIN workflow w ON w.id = b.id WHERE b.owner_id = $1 GROUP BY 1 ORDER BY 1", [id]);
  expect(Object.fromEntries(rows.map(({ state, count }) => [state, count]))).toEqual({ booked: 23, cancelled: 1, offered: 1, waiting: 2 });
});

test("the workshop knows who came: all, a part, or not at all", async () => {
  const { id } = await db.event.findFirstOrThrow({ where: { title: "Neglect: practice workshop" } });
  const { rows } = await pool.query<{ state: string; count: number }>("SELECT w.state, count(*)::int FROM booking b JOIN workflow w ON w.id = b.id WHERE b.owner_id = $1 GROUP BY 1 ORDER BY 1", [id]);
  expect(Object.fromEntries(rows.map(({ state, count }) => [state, count]))).toEqual({ attended: 10, noShow: 2, partlyAttended: 2 });
});
