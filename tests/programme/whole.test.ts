import { expect, test } from "vitest";

import { giveAnswer } from "~/features/evaluation";
import { nominate } from "~/features/nomination";
import { addTutor, changeForm, cohortPage, cohortReport, copyCohort } from "~/features/programme";
import { addDate, bookDays, changeDay, daysOf, teachingOf } from "~/features/programme-day";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { dayOf, londonTime } from "~/workflow/working-days";
import { aConfirmed, anAlumnus, anOpenCohort, lettersOf, someDate, stateOf, toNominate, workingDay } from "./world";

test("people nominate themselves, a line manager nominates with that as the approval, and the authority nominates too", async () => {
  const cohort = await anOpenCohort({ places: 5 });
  const states: string[] = [];
  for (const by of ["who", "manager", "actor"] as const) {
    const given = await toNominate(cohort);
    const made = await nominate({ ...given, actor: given[by] });
    states.push(made.kind === "made" ? await stateOf(made.id) : made.reason);
  }
  expect(states).toEqual(["awaitingManager", "awaitingSponsor", "awaitingManager"]);
});

test("the next cohort takes over places, quota, questions, days and tutors a year later, and nobody but the coordinator sees it", async () => {
  const region = (await anOpenCohort()).region;
  const quotas = [{ authorityId: region.authorities[0]!.id, service: "children" as const, places: 2 }];
  const cohort = await anOpenCohort({ region, places: 7, quotas, days: [{}, {}] });
  await addTutor({ regionId: region.id, personId: region.authorities[1]!.dcs.personId, about: "", actor: region.coordinator });
  const [day] = await daysOf(cohort.cohortId);
  await changeDay({ dayId: day!.id, details: { title: "Leading across services", about: "", tutorIds: [region.authorities[1]!.dcs.personId] }, actor: region.coordinator });
  await changeForm({ cohortId: cohort.cohortId, questions: [{ id: "one", kind: "scale", text: "Was it worth it?", required: true }], actor: region.coordinator });
  const copied = await copyCohort({ cohortId: cohort.cohortId, actor: region.coordinator, requestKey: "0199f2c4-7a11-7000-8000-0000000000d1" });
  const id = copied.kind === "made" ? copied.id : "";
  expect(await copyCohort({ cohortId: cohort.cohortId, actor: region.coordinator, requestKey: "0199f2c4-7a11-7000-8000-0000000000d1" })).toEqual(copied);
  const next = (await cohortPage(region.coordinator, id))!;
  expect([next.state, next.number, next.places, next.quotas.map(({ places }) => places), next.questions.map(({ text }) => text)]).toEqual(["planned", 2, 7, [2], ["Was it worth it?"]]);
  expect(next.days.map(({ title, tutors }) => [title, tutors])).toEqual([["Leading across services", [region.authorities[1]!.dcs.name]], ["Day 2", []]]);
  const [was, is] = [day!.dates[0]!.startsAt, next.days[0]!.dates[0]!.startsAt].map((moment) => new Date(moment).getTime()) as [number, number];
  expect((is - was) / 86_400_000).toBeGreaterThan(360);
  expect(await cohortPage(region.authorities[0]!.dcs, id)).toBeNull();
});

test("a cohort of long ago is copied with its dates in their order, whatever day of the year it is", async () => {
  const cohort = await anOpenCohort();
  // It closed a year and a few days ago: one year later is over, its day one year later is not.
  const long = new Date(Date.now() - 370 * 86_400_000);
  await db.cohort.update({ where: { id: cohort.cohortId }, data: { closesOn: long, selectBy: long } });
  const day = dayOf(new Date(long.getTime() + 30 * 86_400_000));
  await db.bookableSession.updateMany({ where: { owner: { programmeDay: { cohortId: cohort.cohortId } } }, data: { startsAt: londonTime(day, "09:30"), endsAt: londonTime(day, "15:30") } });
  const copied = await copyCohort({ cohortId: cohort.cohortId, actor: cohort.region.coordinator });
  const next = (await cohortPage(cohort.region.coordinator, copied.kind === "made" ? copied.id : ""))!;
  expect(next.closesOn > dayOf(new Date())).toBe(true);
  expect(dayOf(new Date(next.days[0]!.dates[0]!.startsAt)) > next.closesOn).toBe(true);
});

test("six months after the completion those who completed it are asked what it changed, and a later cohort's report stands beside it", async () => {
  const { cohortId, region, who } = await anAlumnus();
  const { impactOn } = await db.cohort.findUniqueOrThrow({ where: { id: cohortId }, select: { impactOn: true } });
  const on = impactOn!.toISOString().slice(0, 10);
  expect(new Date(on).getTime() - new Date(workingDay(45)).getTime()).toBeGreaterThan(170 * 86_400_000);
  await at(londonTime(on, "18:00"), sweepDeadlines);
  await at(new Date(londonTime(on, "09:00").getTime() + 86_400_000), sweepDeadlines);
  expect(await stateOf(cohortId)).toBe("followingUp");
  const asked = await db.evaluation.findMany({ where: { ownerId: cohortId }, select: { id: true, personId: true } });
  expect(asked.map(({ personId }) => personId)).toEqual([who.personId]);
  expect((await lettersOf(asked[0]!.id)).map(({ template }) => template)).toEqual(["evaluation/wanted"]);
  await at(new Date(londonTime(on, "09:00").getTime() + 2 * 86_400_000), () => giveAnswer({ evaluationId: asked[0]!.id, answer: { practice: 4, service: 3, network: 5, example: "Supervision." }, actor: who }));
  const page = (await cohortPage(region.coordinator, cohortId))!;
  const report = await cohortReport(page);
  expect([report.impact?.asked, report.impact?.answered, report.impact?.questions.find(({ id }) => id === "practice")?.mean, report.impact?.questions.find(({ kind }) => kind === "text")?.texts]).toEqual([1, 1, 4, null]);
  const next = await copyCohort({ cohortId, actor: region.coordinator });
  const later = await cohortReport((await cohortPage(region.coordinator, next.kind === "made" ? next.id : ""))!);
  expect(later.earlier.map(({ cohort, asked: people, answered }) => [cohort, people, answered])).toEqual([[1, 1, 0]]);
});

test("changing the date of a day twice by one press changes it once, and tells once", async () => {
  const cohort = await aConfirmed({ accepted: 1 });
  const { who } = cohort.people[0]!;
  const [day] = await daysOf(cohort.cohortId);
  await addDate({ dayId: day!.id, date: someDate({ day: workingDay(34), capacity: 5 }), actor: cohort.region.coordinator });
  const [first, second] = (await daysOf(cohort.cohortId))[0]!.dates.map(({ id }) => id) as [string, string];
  await bookDays({ cohortId: cohort.cohortId, choices: new Map([[day!.id, first]]), needs: "", actor: who });
  const press = () => bookDays({ cohortId: cohort.cohortId, choices: new Map([[day!.id, second]]), needs: "", actor: who, requestKey: "0199f2c4-7a11-7000" });
  expect(await Promise.all([press(), press()])).toMatchObject([{ kind: "done", days: [{ kind: "changed" }] }, { kind: "done", days: [{ kind: expect.stringMatching(/changed|booked/) }] }]);
  await press();
  const { id, sessionId } = await db.booking.findFirstOrThrow({ where: { ownerId: day!.id, personId: who.personId, active: true } });
  expect(sessionId).toBe(second);
  expect(await db.workflowEvent.count({ where: { workflowId: id, event: "booking.swap" } })).toBe(1);
  expect((await db.bookableSession.findMany({ where: { ownerId: day!.id }, orderBy: { startsAt: "asc" } })).map(({ taken }) => taken)).toEqual([0, 1]);
});

test("a tutor sees their days in order, with their notes and what people thought; nobody else's", async () => {
  const { region, cohortId } = await anAlumnus();
  const tutor = region.authorities[1]!.dcs;
  await addTutor({ regionId: region.id, personId: tutor.personId, about: "", actor: region.coordinator });
  const next = await anOpenCohort({ region, days: [{ day: workingDay(60) }, { day: workingDay(50) }] });
  for (const day of await daysOf(next.cohortId)) await changeDay({ dayId: day.id, details: { title: day.title, about: "", tutorIds: [tutor.personId] }, actor: region.coordinator });
  const taught = await teachingOf(tutor);
  expect(taught.map(({ dates }) => dayOf(new Date(dates[0]!.startsAt)))).toEqual([workingDay(50), workingDay(60)]);
  expect(taught.every(({ notes, means }) => notes === "" && means.length === 0)).toBe(true);
  expect(await teachingOf(region.authorities[0]!.dcs)).toEqual([]);
  expect((await daysOf(cohortId))[0]?.tutors).toEqual([]);
});

test("a programme begins when its first day does, and a director reads the places of their own authority alone", async () => {
  const region = (await anOpenCohort()).region;
  const cohort = await aConfirmed({ region, accepted: 1, places: 1, quotas: region.authorities.map(({ id }) => ({ authorityId: id, service: "children" as const, places: 2 })) });
  const [day] = await daysOf(cohort.cohortId);
  const begins = new Date(day!.dates[0]!.startsAt);
  await at(new Date(begins.getTime() - 60_000), sweepDeadlines);
  expect(await stateOf(cohort.cohortId)).toBe("confirmed");
  await at(new Date(begins.getTime() + 60_000), sweepDeadlines);
  expect([await stateOf(cohort.cohortId), await stateOf(cohort.people[0]!.id)]).toEqual(["running", "participating"]);
  expect((await lettersOf(cohort.people[0]!.id)).map(({ template }) => template)).toContain("nomination/programme-begun");
  const own = region.authorities[0]!;
  expect((await cohortPage(own.dcs, cohort.cohortId))?.quotas.map(({ authorityId }) => authorityId)).toEqual([own.id]);
  expect((await cohortPage(region.coordinator, cohort.cohortId))?.quotas).toHaveLength(region.authorities.length);
});
