import "~/features/processes.server";
import { beforeAll, expect, test } from "vitest";

import { coverageSentence, held, notesIn } from "~/features/series/evidence";
import { publishedReport } from "~/features/series/queries.server";
import { at } from "~/platform/clock.server";
import { publishMachines } from "~/workflow/publish.server";
import { tell } from "../../prisma/seed/clockwork";
import { calendarAround } from "../../prisma/seed/days";
import { londonStory, REGION } from "../../prisma/seed/london";
import { seedPeople } from "../../prisma/seed/people";
import { testDatabase } from "../support/database";

// The sessions of the demonstration, told alone.
const { db } = await testDatabase();
const today = new Date("2026-11-23T12:00:00Z");

beforeAll(async () => {
  await publishMachines();
  await at(today, async () => {
    const calendar = calendarAround(today);
    const authorityIds = (await db.authority.findMany({ where: { regionId: REGION }, select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id);
    const staff = await seedPeople({ regionId: REGION, domain: "london", authorityIds, chairedBy: authorityIds[0] ?? "", seed: 5, few: 1, changes: new Map(), since: calendar.yearsBefore(3).moment(0) });
    await tell(londonStory({ calendar, staff, authorityIds }), { until: today });
  });
}, 300_000);

test("London's eighteen sessions were held, and their report counts 32 of 33 assistant directors", async () => {
  const series = await db.series.findFirstOrThrow({ where: { regionId: REGION }, select: { id: true, workflow: { select: { state: true } } } });
  expect(series.workflow.state).toBe("published");
  const report = await publishedReport(series.id);
  expect(coverageSentence(report!.evidence)).toBe("32 of 33 assistant directors took part in 18 sessions, from 32 of 33 authorities.");
  expect([held(report!.evidence), notesIn(report!.evidence)]).toEqual([18, 36]);
  expect(await db.outboxEmail.count({ where: { workflow: { regionId: REGION } } })).toBeLessThan(400);
});
