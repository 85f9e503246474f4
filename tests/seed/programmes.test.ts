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
const { personas } = await import("~/session/personas.server");

const cohortOf = async (short: string, number?: number) => db.cohort.findFirstOrThrow({ where: { programme: { short }, ...(number ? { number } : {}) }, orderBy: { number: "asc" }, include: { workflow: { select: { state: true } } } });

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

test("cohort 4 for aspirant leaders has 61 people, two of five from adult services, and has begun: one day is evaluated, one can be evaluated now", async () => {
  const cohort = await cohortOf("ALP");
  const { people } = await cohortPeople(cohort.id);
  const took = people.filter(({ holds }) => holds);
  expect([cohort.number, cohort.workflow.state, cohort.places, cohort.taken, took.filter(({ state }) => state === "participating").length]).toEqual([4, "running", 61, 61, 61]);
  const adult = took.filter(({ service }) => service === "adult").length;
  expect(adult / cohort.taken).toBeGreaterThan(0.35);
  expect(adult / cohort.taken).toBeLessThan(0.45);
  const days = await daysOf(cohort.id);
  expect(days.map(({ state }) => state)).toEqual(["evaluated", "evaluationOpen", "bookingOpen"]);
  for (const { response } of days.slice(0, 2)) expect((response?.answered ?? 0) / (response?.asked ?? 1)).toBeGreaterThanOrEqual(0.9);
  expect(await db.evaluation.count({ where: { ownerId: days[1]?.id ?? "", workflow: { state: "open" } } })).toBeGreaterThan(0);
  expect(days[2]?.dates.map(({ taken }) => taken)).toEqual([31, 30]);
});

test("the systems thinking programme has teams of four authorities, each offered together or waiting together in order", async () => {
  const cohort = await cohortOf("STP");
  const { people } = await cohortPeople(cohort.id);
  const byAuthority = new Map<string, Set<string>>();
  for (const { authority, state } of people) byAuthority.set(authority, new Set([...(byAuthority.get(authority) ?? []), state]));
  expect([people.length, byAuthority.size]).toEqual([16, 4]);
  expect([...byAuthority.values()].map((states) => [...states]).sort()).toEqual([["accepted"], ["accepted"], ["offered"], ["reserve"]]);
  expect(people.flatMap(({ reserveNo }) => (reserveNo === null ? [] : [reserveNo])).sort()).toEqual([1, 2, 3, 4]);
});

test("nominations of the next teams are open, and one team waits for its directors", async () => {
  const cohort = await cohortOf("STP", 2);
  const { people } = await cohortPeople(cohort.id);
  expect([cohort.workflow.state, people.map(({ state, service }) => [state, service])]).toEqual(["nominationsOpen", [["awaitingSponsor", "children"], ["awaitingSponsor", "adult"]]]);
});

test("the South East's course has five days, two places for a large authority and one for a small one, and nominations at every step before its closing date", async () => {
  const cohort = await cohortOf("ADC");
  const quotas = await db.cohortQuota.findMany({ where: { cohortId: cohort.id } });
  const places = new Map(quotas.map(({ authorityId, places }) => [authorityId, places]));
  expect([cohort.workflow.state, (await daysOf(cohort.id)).length, places.size, places.get("kent"), places.get("slough")]).toEqual(["nominationsOpen", 5, 19, 2, 1]);
  const { people } = await cohortPeople(cohort.id);
  const states = people.map(({ state }) => state);
  expect(["awaitingManager", "awaitingSponsor", "submitted", "refused"].map((state) => [state, states.filter((one) => one === state).length])).toEqual([["awaitingManager", 3], ["awaitingSponsor", 2], ["submitted", 3], ["refused", 1]]);
});

test("what people needed on the days is gone once they are over", async () => {
  const cohort = await cohortOf("SLP");
  expect(await db.booking.count({ where: { session: { owner: { programmeDay: { cohortId: cohort.id } } }, needs: { not: "" } } })).toBe(0);
});

test("everybody of a programme can be chosen on the sign-in page: participants without a post, line managers, tutors and directors of adult services", async () => {
  const listed = new Set((await personas()).flatMap(({ first, more }) => [...first, ...more]).flatMap((group) => group.personas.map(({ personId }) => personId)));
  const nominations = await db.nomination.findMany({ where: { workflow: { state: { in: ["awaitingManager", "awaitingSponsor", "offered", "accepted", "participating", "completed"] } } }, select: { personId: true, lineManagerId: true } });
  const tutors = await db.dayTutor.findMany({ select: { personId: true } });
  const directors = await db.holding.findMany({ where: { to: null, post: { kind: "dass" } }, select: { personId: true } });
  const wanted = new Set([...nominations.flatMap(({ personId, lineManagerId }) => [personId, lineManagerId]), ...[...tutors, ...directors].map(({ personId }) => personId)]);
  expect(wanted.size).toBeGreaterThan(100);
  expect([...wanted].filter((id) => !listed.has(id))).toEqual([]);
});

test("the sign-in page names one of each kind at once, with what they have to do", async () => {
  const north = (await personas()).find(({ regionId }) => regionId === "yorkshire-and-the-humber");
  const shown = north?.first.find(({ heading }) => heading === "Leadership programmes")?.personas.map(({ post }) => post) ?? [];
  for (const words of [/^Has a day of ALP cohort 4 to evaluate/, /^Takes part in ALP cohort 4/, /^Is offered a place on STP cohort 1/, /^Teaches on/, /^Completed SLP cohort 7/]) expect(shown.filter((post) => words.test(post))).toHaveLength(1);
});
