import "~/features/processes.server";
import { beforeAll, expect, test } from "vitest";

import { commitmentsFor } from "~/features/commitment/queries.server";
import { planPage, plansFor } from "~/features/plan/queries.server";
import { at } from "~/platform/clock.server";
import { publishMachines } from "~/workflow/publish.server";
import { tell } from "../../prisma/seed/clockwork";
import { calendarAround } from "../../prisma/seed/days";
import { seedPeople, signedIn } from "../../prisma/seed/people";
import { people, REGION, westMidlandsStory } from "../../prisma/seed/west-midlands";
import { testDatabase } from "../support/database";
import { heldToTable } from "../support/told";

// The West Midlands of the demonstration, told alone.
const { db } = await testDatabase();
const today = new Date("2026-11-23T12:00:00Z");

beforeAll(async () => {
  await publishMachines();
  await at(today, async () => {
    const calendar = calendarAround(today);
    const authorityIds = (await db.authority.findMany({ where: { regionId: REGION }, select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id);
    const staff = await seedPeople({ ...people, regionId: REGION, authorityIds, since: calendar.yearsBefore(3).moment(0) });
    await tell(westMidlandsStory({ calendar, staff, authorityIds }), { until: today });
  });
}, 300_000);

const coordinator = async () => signedIn((await db.holding.findFirstOrThrow({ where: { post: { kind: "sli-coordinator", regionId: REGION } }, select: { personId: true } })).personId);

test("the plan runs for eighteen months, with three headline priorities and eight workstreams, each with a workplan; seven of eight gave their update", () =>
  at(today, async () => {
    const { plans } = await plansFor(await coordinator());
    expect(plans.map(({ state }) => state)).toEqual(["live", "superseded"]);
    const plan = (await planPage(await coordinator(), plans[0]?.id))!;
    const months = (Date.parse(plan.endsOn) - Date.parse(plan.startsOn)) / (30.44 * 86_400_000);
    expect(Math.round(months)).toBe(18);
    expect(plan.priorities).toHaveLength(3);
    const streams = plan.priorities.flatMap((priority) => priority.streams);
    expect(streams).toHaveLength(8);
    for (const { lines, sponsor, lead } of streams) {
      expect(lines.length).toBeGreaterThanOrEqual(3);
      expect([sponsor, lead].every((words) => words.includes(","))).toBe(true);
    }
    const statuses = streams.flatMap(({ updates }) => updates.map(({ status, recovery }) => [status, recovery !== null]));
    expect(statuses.sort()).toEqual([...Array.from({ length: 5 }, () => ["onTrack", false]), ["atRisk", true], ["offTrack", true]].sort());
    expect(plan.comments.map(({ answer }) => answer !== null)).toEqual([true, true, true]);
    // What the plan before left open goes on here, with its own history.
    expect(streams.find(({ title }) => title === "Placements and sufficiency")?.lines.map(({ text }) => text)).toContain("Agree one contract for placements");
    const { rows: bad } = await (await import("~/platform/db.server")).pool.query("SELECT 1 FROM workflow_event e WHERE e.event <> 'begin' AND NOT EXISTS (SELECT 1 FROM outbox_email o WHERE o.event_id = e.id)");
    expect(bad).toEqual([]);
  }));

test("ten commitments were made on the day, shared with everybody who was there, and followed up: done, late, handed on, withdrawn and waiting to be accepted", () =>
  at(today, async () => {
    const event = await db.event.findFirstOrThrow({ where: { regionId: REGION, title: "West Midlands improvement day" }, select: { id: true } });
    const made = (await commitmentsFor(await coordinator(), event.id))!;
    expect([made.rows.length, made.done, made.all]).toEqual([10, 3, 9]);
    expect(made.late).toBeGreaterThan(0);
    expect(new Set(made.rows.map(({ state }) => state))).toEqual(new Set(["done", "inProgress", "withdrawn", "accepted", "made"]));
    expect(await db.outboxEmail.count({ where: { workflowId: event.id, template: "event/commitments-to-read" } })).toBe(await db.booking.count({ where: { ownerId: event.id, holds: true } }));
    for (const { id } of made.rows) await heldToTable(id);
  }));
