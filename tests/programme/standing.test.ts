import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";

import { boardCsv, boardsWaiting, programmeBoard, remindAbout } from "~/features/challenge-board";
import { giveAnswer } from "~/features/evaluation";
import { approve, nominate } from "~/features/nomination";
import { beginProgramme, dashboardCsv, dashboardOf, ownPeople, ownPeopleCsv, responseCsv } from "~/features/programme";
import { bookDays, daysOf, holdDay, recordRegister } from "~/features/programme-day";
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { londonTime } from "~/workflow/working-days";
import { aConfirmed, aHolder, aNomination, anOpenCohort, aRegion, lettersOf, toNominate, workingDay } from "./world";

/** Four people who were at the first day, of whom three have answered. */
async function aDayWithAnswers() {
  const cohort = await aConfirmed({ accepted: 4 });
  const { coordinator } = cohort.region;
  const [day] = await daysOf(cohort.cohortId);
  const sessionId = day!.dates[0]!.id;
  for (const { who } of cohort.people) await bookDays({ cohortId: cohort.cohortId, choices: new Map([[day!.id, sessionId]]), needs: "", actor: who });
  await at(londonTime(workingDay(30), "11:00"), async () => {
    await beginProgramme({ cohortId: cohort.cohortId, actor: coordinator });
    const bookings = await db.booking.findMany({ where: { sessionId }, select: { id: true } });
    await recordRegister({ dayId: day!.id, sessionId, came: new Map(bookings.map(({ id }) => [id, "full"])), actor: coordinator });
  });
  await at(londonTime(workingDay(30), "18:00"), () => holdDay({ dayId: day!.id, actor: coordinator }));
  const asked = await db.evaluation.findMany({ where: { ownerId: day!.id }, select: { id: true, personId: true } });
  await at(londonTime(workingDay(31), "10:00"), async () => {
    for (const one of asked.filter(({ personId }) => personId !== cohort.people[0]!.who.personId)) await giveAnswer({ evaluationId: one.id, answer: { useful: 5, teaching: 4, apply: 4, arranged: 5 }, actor: { kind: "person", personId: one.personId } });
  });
  return { ...cohort, day: day!, asked };
}

test("the chase board shows nominations against the manager or director who holds them, and one press reminds them once", async () => {
  const cohort = await anOpenCohort();
  const [first, second] = [await aNomination(cohort, { name: "Jo Field" }), await aNomination(cohort, { name: "Kim Lee" })];
  await approve({ nominationId: second.id, actor: second.manager });
  const board = (await programmeBoard(cohort.region.coordinator, cohort.region.id))!;
  expect(board.rows.filter(({ machine }) => machine === "nomination").map(({ id, what, holders }) => [id, what, holders.flatMap(({ names }) => names)]).sort()).toEqual(
    [[first.id, "Approve the nomination", [first.manager.name]], [second.id, "Endorse the nomination", [cohort.region.authorities[0]!.dcs.name]]].sort(),
  );
  const key = "0199f2c4-7a11-7000-8000-0000000000a1";
  for (let press = 0; press < 2; press += 1) expect(await remindAbout(cohort.region.coordinator, board, [first.id, second.id], key)).toBe(2);
  expect((await lettersOf(first.id)).filter(({ template }) => template === "nomination/approval-due")).toHaveLength(1);
  expect((await lettersOf(second.id)).filter(({ template }) => template === "nomination/endorsement-due")).toHaveLength(1);
  expect(await boardsWaiting(cohort.region.coordinator, cohort.region.id)).toMatchObject({ programmes: board.rows.length });
});

test("the chase board shows who has not said what they thought, and a reminder goes to nobody else", async () => {
  const { region, day, asked, people } = await aDayWithAnswers();
  const board = (await programmeBoard(region.coordinator, region.id))!;
  const rows = board.rows.filter(({ machine }) => machine === "evaluation");
  expect(rows.flatMap(({ holders }) => holders.flatMap(({ names }) => names))).toEqual([people[0]!.who.name]);
  await at(londonTime(workingDay(32), "10:00"), async () => expect(await remindAbout(region.coordinator, board, asked.map(({ id }) => id), "0199f2c4-7a11-7000-8000-0000000000a2")).toBe(1));
  const reminded = (await Promise.all(asked.map(async ({ id, personId }) => ({ personId, letters: (await lettersOf(id)).filter(({ template }) => template === "evaluation/reminder").length })))).filter(({ letters }) => letters > 0);
  expect(reminded).toEqual([{ personId: people[0]!.who.personId, letters: 1 }]);
  expect(await db.evaluation.count({ where: { ownerId: day.id } })).toBe(4);
});

test("the chair reads the board and reminds nobody; directors and other regions have none", async () => {
  const cohort = await anOpenCohort();
  const { id } = await aNomination(cohort);
  const other = await aRegion();
  const board = (await programmeBoard(cohort.region.chair, cohort.region.id))!;
  expect([board.reminds, await remindAbout(cohort.region.chair, board, [id], "0199f2c4-7a11-7000-8000-0000000000a3")]).toEqual([false, 0]);
  for (const actor of [cohort.region.authorities[0]!.dcs, other.coordinator]) expect(await programmeBoard(actor, cohort.region.id)).toBeNull();
});

test("the dashboard counts places, response and completion from the records, and its spreadsheet says the same", async () => {
  const { region, cohortId, day } = await aDayWithAnswers();
  const board = (await dashboardOf(region.id))!;
  expect(board.cohorts).toEqual([expect.objectContaining({ id: cohortId, places: 4, taken: 4, adult: 0, asked: 4, answered: 3, tookPart: 4, completed: 0 })]);
  expect(board.days).toEqual([expect.objectContaining({ id: day.id, asked: 4, answered: 3 })]);
  expect(board.chosen?.fill.map(({ service, nominated, places }) => [service, nominated, places])).toEqual([["children", 2, 2], ["children", 2, 2]]);
  const [, whole, ...byAuthority] = parse(await dashboardCsv(board), { bom: true }) as string[][];
  expect(whole?.slice(2)).toEqual(["All", "All", "4", "4", "4", "3", "4", "75", "4", "0"]);
  expect(byAuthority).toHaveLength(2);
  expect((parse(responseCsv(board), { bom: true }) as string[][])[1]?.slice(1)).toEqual(["4", "3", "75"]);
});

test("a sponsor sees the people of their own authority and service, and what waits for them: not the other service's, not the neighbour's", async () => {
  const cohort = await anOpenCohort({ places: 5 });
  const [own] = cohort.region.authorities;
  const children = await aNomination(cohort, { name: "Jo Field" });
  const adult = await aNomination(cohort, { name: "Kim Lee", service: "adult" });
  await aNomination(cohort, { name: "Nia Cole", authority: 1 });
  await approve({ nominationId: children.id, actor: children.manager });
  const seen = async (actor: SignedIn) => (await ownPeople(actor)).people.map(({ id, waits }) => [id, waits]);
  expect(await seen(own!.dcs)).toEqual([[children.id, true]]);
  const dass = await aHolder({ regionId: cohort.region.id, authorityId: own!.id, kind: "dass", name: "Second Adult Director" });
  expect(await seen(dass)).toEqual([[adult.id, false]]);
  expect((await seen(own!.delegate)).map(([id]) => id).sort()).toEqual([adult.id, children.id].sort());
});

test("a sponsor sees the response and completion of their own people alone", async () => {
  const { region, people } = await aDayWithAnswers();
  const [first, second] = region.authorities;
  // People stand by turns in the first and the second authority; the first of all has not answered.
  expect(await ownPeople(first!.dcs)).toMatchObject({ asked: 2, answered: 1, tookPart: 2, completed: 0 });
  expect(await ownPeople(second!.dcs)).toMatchObject({ asked: 2, answered: 2, tookPart: 2, completed: 0 });
  expect((await ownPeople(first!.dcs)).people.find(({ id }) => id === people[0]!.id)).toMatchObject({ attended: 1, held: 1 });
});

test("a name that a spreadsheet would run as a formula is disarmed in every table", async () => {
  const cohort = await anOpenCohort();
  const { who: _who, manager: _manager, ...given } = await toNominate(cohort, { name: "Jo Field" });
  const nominated = await nominate({ ...given, jobTitle: "=HYPERLINK(\"https://evil.example\")", person: { name: "@SUM(A1)", email: "formula@example.org" } });
  expect(nominated.kind).toBe("made");
  const people = ownPeopleCsv(await ownPeople(cohort.region.authorities[0]!.dcs));
  const board = boardCsv((await programmeBoard(cohort.region.coordinator, cohort.region.id))!.rows);
  for (const cell of [...(parse(people, { bom: true }) as string[][]), ...(parse(board, { bom: true }) as string[][])].flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  expect(people).toContain("'=HYPERLINK");
});

test("the register is awaited until it is known of everybody booked whether they came, and then no more", async () => {
  const cohort = await aConfirmed({ accepted: 2 });
  const { coordinator } = cohort.region;
  const [day] = await daysOf(cohort.cohortId);
  const sessionId = day!.dates[0]!.id;
  for (const { who } of cohort.people) await bookDays({ cohortId: cohort.cohortId, choices: new Map([[day!.id, sessionId]]), needs: "", actor: who });
  await at(londonTime(workingDay(30), "18:00"), () => holdDay({ dayId: day!.id, actor: coordinator }));
  const awaited = async () => (await programmeBoard(coordinator, cohort.region.id))!.rows.filter(({ id }) => id === day!.id).map(({ what }) => what);
  expect(await awaited()).toEqual(["Record who came"]);
  const [first, second] = await db.booking.findMany({ where: { sessionId }, select: { id: true } });
  await at(londonTime(workingDay(31), "10:00"), () => recordRegister({ dayId: day!.id, sessionId, came: new Map([[first!.id, "full"]]), actor: coordinator }));
  expect(await awaited()).toEqual(["Record who came"]);
  await at(londonTime(workingDay(31), "11:00"), () => recordRegister({ dayId: day!.id, sessionId, came: new Map([[second!.id, "miss"]]), actor: coordinator }));
  expect(await awaited()).toEqual(["Close the evaluation"]);
  expect(await db.workflowEvent.count({ where: { workflowId: day!.id, event: "register.complete" } })).toBe(1);
  expect((await lettersOf(day!.id)).map(({ template }) => template)).toContain("programme-day/register-complete");
});
