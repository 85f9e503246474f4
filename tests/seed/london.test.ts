import "~/features/processes.server";
import { beforeAll, expect, test } from "vitest";

import { coverageSentence, held, notesIn } from "~/features/series/evidence";
import { planPage } from "~/features/plan/queries.server";
import { publishedReport } from "~/features/series/queries.server";
import { at } from "~/platform/clock.server";
import { publishMachines } from "~/workflow/publish.server";
import { tell } from "../../prisma/seed/clockwork";
import { calendarAround, type Calendar } from "../../prisma/seed/days";
import { londonStory, REGION } from "../../prisma/seed/london";
import { recoveryStory } from "../../prisma/seed/london-recovery";
import { seedPeople, signedIn, type Staff } from "../../prisma/seed/people";
import { testDatabase } from "../support/database";

// The sessions of the demonstration, told alone.
const { db } = await testDatabase();
const today = new Date("2026-11-23T12:00:00Z");

const calendar = calendarAround(today);
let told: { readonly calendar: Calendar; readonly staff: Staff; readonly authorityIds: readonly string[] };

beforeAll(async () => {
  await publishMachines();
  await at(today, async () => {
    const authorityIds = (await db.authority.findMany({ where: { regionId: REGION }, select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id);
    const staff = await seedPeople({ regionId: REGION, domain: "london", authorityIds, chairedBy: authorityIds[0] ?? "", seed: 5, few: 1, changes: new Map(), since: calendar.yearsBefore(3).moment(0) });
    told = { calendar, staff, authorityIds };
    await tell(londonStory(told), { until: today });
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

test("four recovery workshops used one framework, and what each part of London took on stands under the priorities that all agreed, open for comments", { timeout: 300_000 }, () => at(today, async () => {
  await tell(recoveryStory(told), { until: today });
  const workshops = await db.event.findMany({ where: { regionId: REGION, title: { startsWith: "Recovery workshop" } }, select: { id: true, about: true } });
  expect(workshops.length).toBe(4);
  expect(new Set(workshops.map(({ about }) => about)).size).toBe(1);
  const taken = await db.commitment.findMany({ where: { eventId: { in: workshops.map(({ id }) => id) } }, select: { text: true, eventId: true } });
  expect(new Set(taken.map(({ eventId }) => eventId)).size).toBe(4);
  const coordinator = await signedIn((await db.holding.findFirstOrThrow({ where: { post: { kind: "sli-coordinator", regionId: REGION } }, select: { personId: true } })).personId);
  const { id } = await db.plan.findFirstOrThrow({ where: { regionId: REGION }, select: { id: true } });
  const plan = (await planPage(coordinator, id))!;
  expect(plan.state).toBe("consultation");
  expect(plan.priorities).toHaveLength(3);
  const lines = plan.priorities.flatMap(({ streams }) => streams.flatMap((stream) => stream.lines.map(({ text }) => text)));
  expect(lines.sort()).toEqual(taken.map(({ text }) => text).sort());
  expect(plan.comments.map(({ answer }) => answer !== null).sort()).toEqual([false, true]);
}));
