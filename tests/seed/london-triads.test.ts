import "~/features/processes.server";
import { beforeAll, expect, test } from "vitest";

import { at } from "~/platform/clock.server";
import { publishMachines } from "~/workflow/publish.server";
import { tell } from "../../prisma/seed/clockwork";
import { calendarAround } from "../../prisma/seed/days";
import * as eastMidlands from "../../prisma/seed/east-midlands";
import { REGION } from "../../prisma/seed/london";
import { londonSettings, londonTriadsStory } from "../../prisma/seed/london-triads";
import { seedPeople } from "../../prisma/seed/people";
import { writerFor } from "../../prisma/seed/texts";
import { testDatabase } from "../support/database";

// Groups of the demonstration in every state, told alone.
const { db } = await testDatabase();
const today = new Date("2026-11-26T12:00:00Z");

beforeAll(async () => {
  await publishMachines();
  await at(today, async () => {
    const calendar = calendarAround(today);
    const since = calendar.yearsBefore(3).moment(0);
    const people = async (regionId: string, settings: object, seed: number) => {
      await db.region.update({ where: { id: regionId }, data: { settings } });
      const authorities = await db.authority.findMany({ where: { regionId }, select: { id: true, name: true }, orderBy: { id: "asc" } });
      const authorityIds = authorities.map(({ id }) => id);
      return { authorities, authorityIds, staff: await seedPeople({ regionId, domain: regionId, authorityIds, chairedBy: authorityIds[0] ?? "", seed, few: 1, changes: new Map(), since }) };
    };
    const london = await people(REGION, londonSettings, 5);
    const midlands = await people(eastMidlands.REGION, eastMidlands.eastMidlandsSettings, 8);
    await tell(
      [...londonTriadsStory({ calendar, ...london, writer: await writerFor(london.authorities) }), ...eastMidlands.eastMidlandsStory({ calendar, ...midlands })],
      { until: today },
    );
  });
}, 600_000);

const statesOfTriads = async (regionId: string) => (await db.triad.findMany({ where: { cycle: { regionId } }, orderBy: { number: "asc" }, select: { workflow: { select: { state: true } } } })).map(({ workflow }) => workflow.state);

test("London has a group in every state from answered dates to agreed records, and the East Midlands' wait for their dates, one of them given up", async () => {
  expect(await statesOfTriads(REGION)).toEqual([
    "agreed", "held", "held", "held", "held", "packsReleased", "confirmed", "postponed", "awaitingConfirmation", "awaitingProposal", "awaitingAnswers",
  ]);
  expect(await statesOfTriads(eastMidlands.REGION)).toEqual(["awaitingDates", "awaitingDates", "cancelled"]);
});

test("its letters are at every stage up to its plan, and nothing that is awaited is more than a few days late", async () => {
  const records = await db.challengeRecord.findMany({ orderBy: { heldOn: "asc" }, select: { workflow: { select: { state: true } } } });
  expect(new Set(records.map(({ workflow }) => workflow.state))).toEqual(new Set(["awaitingActionPlan", "finalisingLetter", "answeringPoints", "awaitingAccuracyCheck", "draftingLetter", "filingFindings"]));
  const late = await db.deadline.findMany({ where: { closedAt: null, dueAt: { lt: new Date(today.getTime() - 4 * 86_400_000) }, workflow: { machine: { in: ["triad", "challenge-record", "assignment", "self-assessment", "cycle"] } } }, select: { name: true, dueAt: true, workflow: { select: { title: true } } } });
  expect(late).toEqual([]);
});

test("a finding waits with two versions, a place at a session waits for a challenger, and a point of accuracy waits to be sent", async () => {
  expect(await db.keptTextHistory.count({ where: { outcome: "conflict" } })).toBe(1);
  expect(await db.assignment.count({ where: { workflow: { state: "declined" } } })).toBe(1);
  expect(await db.accuracyPoint.count({ where: { submittedAt: null, removedAt: null } })).toBeGreaterThan(0);
});
