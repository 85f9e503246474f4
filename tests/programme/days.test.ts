import { expect, test } from "vitest";

import { cancelBooking, enterByCode } from "~/features/booking";
import { giveAnswer, resultsOf } from "~/features/evaluation";
import { noteAssignments, withdraw } from "~/features/nomination";
import { beginProgramme, completeProgramme } from "~/features/programme";
import { addDate, addDay, bookDays, changeDate, closeEvaluation, daysOf, holdDay, myDays, onAttendance, recordRegister, walkIn } from "~/features/programme-day";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { sweepDeadlines } from "~/workflow/deadlines.server";
import { londonTime } from "~/workflow/working-days";
import { aConfirmed, lettersOf, someDate, stateOf, workingDay, type TestCohort } from "./world";

const full = { useful: 5, teaching: 4, apply: 4, arranged: 5 };

async function chosen({ cohortId }: TestCohort): Promise<Map<string, string>> {
  return new Map((await daysOf(cohortId)).map((day) => [day.id, day.dates[0]?.id ?? ""]));
}

test("a participant books all days at once, a full one by its waiting list, and takes the freed place in order", async () => {
  const cohort = await aConfirmed({ accepted: 3, days: [{}, { capacity: 1 }, {}] });
  const [a, b, c] = cohort.people as [typeof cohort.people[number], typeof cohort.people[number], typeof cohort.people[number]];
  const choices = await chosen(cohort);
  const book = (one: typeof a) => bookDays({ cohortId: cohort.cohortId, choices, needs: "No nuts", actor: one.who });
  expect(await book(a)).toMatchObject({ kind: "done", days: [{ kind: "booked" }, { kind: "booked" }, { kind: "booked" }] });
  expect(await book(b)).toMatchObject({ kind: "done", days: [{ kind: "booked" }, { kind: "waiting" }, { kind: "booked" }] });
  expect(await book(c)).toMatchObject({ kind: "done", days: [{ kind: "booked" }, { kind: "waiting" }, { kind: "booked" }] });
  // The same form sent twice books nothing twice.
  expect(await book(a)).toMatchObject({ kind: "done" });
  expect(await db.booking.count({ where: { personId: a.who.personId } })).toBe(3);
  const page = await myDays(c.who, cohort.cohortId);
  expect(page?.days.map(({ mine }) => [mine?.state, mine?.position])).toEqual([["booked", null], ["waiting", 2], ["booked", null]]);
  const second = page?.days[1]?.id ?? "";
  const { id: bookingId } = await db.booking.findFirstOrThrow({ where: { ownerId: second, personId: a.who.personId } });
  await cancelBooking({ bookingId, actor: a.who });
  const states = await db.booking.findMany({ where: { ownerId: second, active: true }, orderBy: { queueNo: "asc" }, select: { workflow: { select: { state: true } } } });
  expect(states.map(({ workflow }) => workflow.state)).toEqual(["offered", "waiting"]);
});

test("only those who accepted can book, two days at the same time are refused, and who withdraws leaves every day", async () => {
  const cohort = await aConfirmed({ accepted: 2, days: [{}, {}] });
  const [a, b] = cohort.people;
  const choices = await chosen(cohort);
  const stranger = cohort.region.authorities[0]!.delegate;
  expect(await bookDays({ cohortId: cohort.cohortId, choices, needs: "", actor: stranger })).toEqual({ kind: "refused", reason: "not-a-participant" });
  expect(await bookDays({ cohortId: cohort.cohortId, choices: new Map(), needs: "", actor: a!.who })).toEqual({ kind: "refused", reason: "choose-a-date" });
  const [first, second] = await daysOf(cohort.cohortId);
  await addDate({ dayId: second!.id, date: someDate({ day: workingDay(30), capacity: 5 }), actor: cohort.region.coordinator });
  const alternative = (await daysOf(cohort.cohortId))[1]!.dates.find(({ id }) => id !== second!.dates[0]!.id)!;
  expect(await bookDays({ cohortId: cohort.cohortId, choices: new Map([[first!.id, first!.dates[0]!.id], [second!.id, alternative.id]]), needs: "", actor: b!.who })).toEqual({ kind: "refused", reason: "days-overlap" });
  await bookDays({ cohortId: cohort.cohortId, choices, needs: "", actor: b!.who });
  // A day that is moved onto another that is booked.
  expect(await changeDate({ dayId: second!.id, sessionId: second!.dates[0]!.id, date: someDate({ day: workingDay(30), capacity: 20 }), actor: cohort.region.coordinator })).toEqual({ kind: "refused", reason: "moved-onto-booked-day" });
  expect(await changeDate({ dayId: second!.id, sessionId: second!.dates[0]!.id, date: someDate({ day: workingDay(33), capacity: 20 }), actor: cohort.region.coordinator })).toMatchObject({ kind: "moved" });
  await withdraw({ nominationId: b!.id, actor: b!.who, reason: "A new post." });
  expect(await db.booking.count({ where: { personId: b!.who.personId, active: true } })).toBe(0);
});

test("from the day to the certificate: register, walk-in, evaluation without names, non-responders alone reminded, completion by the rule", async () => {
  const cohort = await aConfirmed({ accepted: 6, days: [{}, {}] });
  const { coordinator } = cohort.region;
  const [first, second] = await daysOf(cohort.cohortId);
  const sessionId = first!.dates[0]!.id;
  for (const { who } of cohort.people.slice(0, 5)) await bookDays({ cohortId: cohort.cohortId, choices: await chosen(cohort), needs: "Ramp", actor: who });
  await at(londonTime(workingDay(30), "09:00"), () => beginProgramme({ cohortId: cohort.cohortId, actor: coordinator }));
  const bookings = await db.booking.findMany({ where: { sessionId }, orderBy: { id: "asc" }, select: { id: true, personId: true } });
  await at(londonTime(workingDay(30), "11:00"), async () => {
    expect(await walkIn({ dayId: first!.id, sessionId, personId: cohort.people[5]!.who.personId, actor: coordinator })).toEqual({ kind: "recorded" });
    await recordRegister({ dayId: first!.id, sessionId, came: new Map(bookings.map(({ id }, index) => [id, index === 4 ? "miss" : index === 3 ? "part" : "full"])), actor: coordinator });
  });
  expect(await db.evaluation.count({ where: { ownerId: first!.id } })).toBe(0);
  await at(londonTime(workingDay(30), "17:00"), () => holdDay({ dayId: first!.id, actor: coordinator }));
  const asked = await db.evaluation.findMany({ where: { ownerId: first!.id }, select: { id: true, personId: true } });
  expect(asked).toHaveLength(5);
  expect(asked.some(({ personId }) => personId === bookings[4]!.personId)).toBe(false);
  expect(await db.booking.count({ where: { sessionId, needs: { not: "" } } })).toBe(0);

  const answer = (index: number, text: string) => giveAnswer({ evaluationId: asked[index]!.id, answer: { ...full, best: text }, actor: { kind: "person", personId: asked[index]!.personId } });
  await at(londonTime(workingDay(31), "10:00"), async () => {
    for (const [index, text] of ["one", "two", "three", "four"].entries()) expect(await answer(index, text)).toMatchObject({ kind: "moved" });
    // Two answers, and somebody who was not there.
    expect(await answer(0, "again")).toEqual({ kind: "refused", reason: "no-such-step" });
    expect(await giveAnswer({ evaluationId: asked[4]!.id, answer: full, actor: { kind: "person", personId: bookings[4]!.personId } })).toEqual({ kind: "refused", reason: "not-your-role" });
  });
  const hidden = await resultsOf(first!.id);
  expect([hidden?.asked, hidden?.answered, hidden?.questions.find(({ id }) => id === "best")?.texts]).toEqual([5, 4, null]);
  expect(hidden?.questions.find(({ id }) => id === "useful")?.mean).toBe(5);
  await at(londonTime(workingDay(36), "10:00"), sweepDeadlines);
  const reminded = await Promise.all(asked.map(async ({ id }) => (await lettersOf(id)).filter(({ template }) => template === "evaluation/reminder").length));
  expect(reminded).toEqual([0, 0, 0, 0, 1]);
  await at(londonTime(workingDay(36), "11:00"), () => answer(4, "five"));
  expect((await resultsOf(first!.id))?.questions.find(({ id }) => id === "best")?.texts).toEqual(["five", "four", "one", "three", "two"]);

  // Nothing about an answer can be joined to a person: one row a day, no time, no name.
  const columns = await db.$queryRaw<{ name: string }[]>`SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'evaluation_box' ORDER BY 1`;
  expect(columns.map(({ name }) => name)).toEqual(["answers", "form", "owner_id"]);
  const logged = await db.workflowEvent.findMany({ where: { workflowId: { in: asked.map(({ id }) => id) } }, select: { payload: true } });
  expect(JSON.stringify(logged)).not.toMatch(/five|useful/);

  await at(londonTime(workingDay(40), "10:00"), () => closeEvaluation({ dayId: first!.id, actor: coordinator }));
  const others = await db.booking.findMany({ where: { ownerId: second!.id }, select: { id: true } });
  await at(londonTime(workingDay(40), "11:00"), async () => {
    await recordRegister({ dayId: second!.id, sessionId: second!.dates[0]!.id, came: new Map(others.map(({ id }) => [id, "miss"])), actor: coordinator });
    await sweepDeadlines();
  });
  await at(londonTime(workingDay(45), "11:00"), async () => {
    await sweepDeadlines();
    if ((await stateOf(second!.id)) === "evaluationOpen") await closeEvaluation({ dayId: second!.id, actor: coordinator });
    expect(await completeProgramme({ cohortId: cohort.cohortId, actor: coordinator })).toMatchObject({ kind: "moved" });
  });
  // One day may be missed: whoever came to the first has completed it, whoever came to none has not.
  const states = await Promise.all(cohort.people.map(({ id }) => stateOf(id)));
  expect(states.filter((state) => state === "completed")).toHaveLength(5);
  expect(states.filter((state) => state === "notCompleted")).toHaveLength(1);
});

test("a day that is added later can be booked at once by everybody who has a place", async () => {
  const cohort = await aConfirmed({ accepted: 1 });
  const added = await addDay({ cohortId: cohort.cohortId, details: { title: "Extra", about: "", tutorIds: [] }, date: someDate({ day: workingDay(50), capacity: 5 }), actor: cohort.region.coordinator });
  expect(added.kind).toBe("made");
  expect(await bookDays({ cohortId: cohort.cohortId, choices: await chosen(cohort), needs: "", actor: cohort.people[0]!.who })).toMatchObject({ kind: "done", days: [{ kind: "booked" }, { kind: "booked" }] });
});

test("of alternative dates each is asked about when it is over itself: nobody waits for the others, and what they needed is deleted", async () => {
  const cohort = await aConfirmed({ accepted: 3 });
  const { coordinator } = cohort.region;
  const dayId = (await daysOf(cohort.cohortId))[0]!.id;
  await addDate({ dayId, date: someDate({ day: workingDay(33), capacity: 5 }), actor: coordinator });
  const dates = (await daysOf(cohort.cohortId))[0]!.dates;
  const [early, late] = [dates[0]!, dates[1]!];
  for (const [index, { who }] of cohort.people.entries()) await bookDays({ cohortId: cohort.cohortId, choices: new Map([[dayId, index < 2 ? early.id : late.id]]), needs: "A ramp", actor: who });
  const [first, second] = await Promise.all(cohort.people.slice(0, 2).map(({ who }) => db.booking.findFirstOrThrow({ where: { ownerId: dayId, personId: who.personId }, include: { session: true } })));
  const enters = (booking: typeof first, who: typeof cohort.people[number]) => enterByCode({ bookingId: booking!.id, code: booking!.session.doorCode, actor: who.who, settle: (tx) => onAttendance(tx, dayId) });
  await at(londonTime(workingDay(30), "09:40"), () => enters(first, cohort.people[0]!));
  expect(await db.evaluation.count({ where: { ownerId: dayId } })).toBe(0);
  const after = (moment: string, minutes: number) => new Date(new Date(moment).getTime() + minutes * 60_000);
  await at(after(early.endsAt, 1), sweepDeadlines);
  const asked = () => db.evaluation.findMany({ where: { ownerId: dayId }, orderBy: { id: "asc" }, select: { personId: true, closesOn: true } });
  expect(await asked()).toEqual([{ personId: cohort.people[0]!.who.personId, closesOn: new Date(`${workingDay(40)}T00:00:00Z`) }]);
  expect((await lettersOf(dayId)).map(({ template }) => template)).toContain("programme-day/date-held");
  expect((await db.booking.findMany({ where: { ownerId: dayId, needs: { not: "" } }, select: { sessionId: true } })).map(({ sessionId }) => sessionId)).toEqual([late.id]);
  // Whoever enters the code after the end of the date is asked at once too.
  await at(after(early.endsAt, 5), () => enters(second, cohort.people[1]!));
  expect((await asked()).map(({ personId }) => personId)).toEqual(cohort.people.slice(0, 2).map(({ who }) => who.personId));
  expect(await stateOf(dayId)).toBe("bookingOpen");
  // The last date ends: the day is held then, not at midnight.
  await at(after(late.endsAt, 1), sweepDeadlines);
  expect(await stateOf(dayId)).toBe("evaluationOpen");
  expect(await db.booking.count({ where: { ownerId: dayId, needs: { not: "" } } })).toBe(0);
});

test("where an assignment is asked for, who was at every day and handed none in has not completed it", async () => {
  const cohort = await aConfirmed({ accepted: 2, programme: { hasAssignment: true } });
  const { coordinator } = cohort.region;
  const [day] = await daysOf(cohort.cohortId);
  const sessionId = day!.dates[0]!.id;
  for (const { who } of cohort.people) await bookDays({ cohortId: cohort.cohortId, choices: await chosen(cohort), needs: "", actor: who });
  await at(londonTime(workingDay(30), "11:00"), async () => {
    await beginProgramme({ cohortId: cohort.cohortId, actor: coordinator });
    const bookings = await db.booking.findMany({ where: { sessionId }, select: { id: true } });
    await recordRegister({ dayId: day!.id, sessionId, came: new Map(bookings.map(({ id }) => [id, "full"])), actor: coordinator });
  });
  await at(londonTime(workingDay(30), "18:00"), () => holdDay({ dayId: day!.id, actor: coordinator }));
  const of = cohort.people.map(({ id }) => id);
  await noteAssignments({ cohortId: cohort.cohortId, done: of, of, actor: coordinator });
  // The second is taken back: a mistake is put right by the list as it should be.
  await noteAssignments({ cohortId: cohort.cohortId, done: [of[0]!], of, actor: coordinator });
  expect(await noteAssignments({ cohortId: cohort.cohortId, done: of, of, actor: cohort.people[1]!.who })).toEqual({ kind: "refused", reason: "not-your-role" });
  await at(londonTime(workingDay(45), "10:00"), async () => {
    await closeEvaluation({ dayId: day!.id, actor: coordinator });
    await completeProgramme({ cohortId: cohort.cohortId, actor: coordinator });
  });
  expect(await Promise.all(of.map(stateOf))).toEqual(["completed", "notCompleted"]);
});
