import { expect, test } from "vitest";
import { forgetSettings } from "~/platform/settings.server";
import { anotherDatabase } from "../support/database";

// The leadership programmes of the demonstration, as every journey has them: the figures are counted from the records.
process.env["DATABASE_URL"] = (await anotherDatabase({ like: "demo" })).url;
forgetSettings();
const { db } = await import("~/platform/db.server");
const { resultsOf } = await import("~/features/evaluation");
const { cohortPeople, cohortReport } = await import("~/features/programme");
const { daysOf } = await import("~/features/programme-day");

const cohortOf = async (short: string) => db.cohort.findFirstOrThrow({ where: { programme: { short } }, include: { workflow: { select: { state: true } } } });

test("cohort 7 for senior leaders has 34 people, two of five from adult services, and is complete", async () => {
  const cohort = await cohortOf("SLP");
  const { people } = await cohortPeople(cohort.id);
  const took = people.filter(({ holds }) => holds);
  expect([cohort.number, cohort.workflow.state, took.length, took.filter(({ service }) => service === "adult").length]).toEqual([7, "completed", 34, 14]);
  expect(took.filter(({ state }) => state === "completed").length).toBeGreaterThanOrEqual(30);
});

test("at least nine of ten of those who were there have answered each day", async () => {
  const cohort = await cohortOf("SLP");
  const report = await cohortReport({ ...cohort, days: await daysOf(cohort.id) });
  expect(report.days).toHaveLength(2);
  for (const day of report.days) expect(day.answered / day.asked).toBeGreaterThanOrEqual(0.9);
  for (const day of report.days) expect(day.asked).toBe(await db.booking.count({ where: { ownerId: day.id, workflow: { state: { in: ["attended", "partlyAttended"] } } } }));
});

test("no answer says whose it is: the box holds no name, no time and no order but that of the text", async () => {
  const [day] = await daysOf((await cohortOf("SLP")).id);
  const box = await db.evaluationBox.findUniqueOrThrow({ where: { ownerId: day?.id ?? "" } });
  const answers = (box.answers as object[]).map((one) => JSON.stringify(Object.fromEntries(Object.entries(one).sort())));
  expect(answers).toEqual([...answers].sort());
  expect(answers).toHaveLength((await resultsOf(day?.id ?? ""))?.answered ?? 0);
  const people = await db.person.findMany({ where: { evaluations: { some: {} } }, select: { id: true, name: true } });
  for (const { id, name } of people) expect(answers.join(" ")).not.toMatch(new RegExp(`${id}|${name}`));
});

test("cohort 4 for aspirant leaders has 61 places, of which most are taken, and a reserve list in order", async () => {
  const cohort = await cohortOf("ALP");
  const { people } = await cohortPeople(cohort.id);
  expect([cohort.number, cohort.workflow.state, cohort.places, cohort.taken]).toEqual([4, "confirmed", 61, 61]);
  expect(people.filter(({ state }) => state === "accepted")).toHaveLength(54);
  expect(people.filter(({ state }) => state === "reserve").map(({ reserveNo }) => reserveNo).sort()).toEqual(people.filter(({ state }) => state === "reserve").map((_, index) => index + 1));
  const adult = people.filter(({ holds, service }) => holds && service === "adult").length;
  expect(adult / cohort.taken).toBeGreaterThan(0.35);
  expect(adult / cohort.taken).toBeLessThan(0.45);
});

test("what people needed on the days is gone once they are over", async () => {
  const cohort = await cohortOf("SLP");
  expect(await db.booking.count({ where: { session: { owner: { programmeDay: { cohortId: cohort.id } } }, needs: { not: "" } } })).toBe(0);
});
