import { beforeAll, expect, test } from "vitest";

import { cancelDate, datesForLetter, setDate, type DateOfRecord } from "~/features/calendar";
import { db } from "~/platform/db.server";
import { emails } from "~emails/index";
import { renderEmail } from "~emails/render";

import { aSelfAssessment, aWorld, type World } from "../workflow/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const session = (workflowId: string, over: Partial<DateOfRecord> = {}): DateOfRecord => ({
  workflowId,
  kind: "session",
  title: "Challenge session",
  startsAt: new Date("2027-02-03T09:30:00Z"),
  endsAt: new Date("2027-02-03T16:00:00Z"),
  allDay: false,
  location: "County Hall",
  ...over,
});

const set = (date: DateOfRecord) => db.$transaction((tx) => setDate(tx, date));
const cancel = (workflowId: string) => db.$transaction((tx) => cancelDate(tx, { workflowId, kind: "session" }));

test("a date keeps its identity through every move and its end, and its sequence only rises", async () => {
  const id = await aSelfAssessment(world);
  const first = await set(session(id));
  const moved = await set(session(id, { startsAt: new Date("2027-02-10T09:30:00Z"), endsAt: new Date("2027-02-10T16:00:00Z") }));
  const elsewhere = await set(session(id, { startsAt: new Date("2027-02-10T09:30:00Z"), endsAt: new Date("2027-02-10T16:00:00Z"), location: "Town Hall" }));
  const cancelled = await cancel(id);
  const revived = await set(session(id));
  const all = [first, moved, elsewhere, cancelled, revived];
  expect(new Set(all.map((entry) => entry?.uid)).size).toBe(1);
  expect(all.map((entry) => entry?.sequence)).toEqual([0, 1, 2, 3, 4]);
  expect(all.map((entry) => entry?.method)).toEqual(["REQUEST", "REQUEST", "REQUEST", "CANCEL", "REQUEST"]);
  expect(first).toMatchObject({ startsOn: "2027-02-03T09:30:00.000Z", location: "County Hall", path: `/self-assessments/${id}` });
});

test("setting a date again as it was, or cancelling it twice, tells calendars nothing new", async () => {
  const id = await aSelfAssessment(world);
  await set(session(id));
  expect(await set(session(id))).toMatchObject({ sequence: 0 });
  await cancel(id);
  expect(await cancel(id)).toMatchObject({ sequence: 1, method: "CANCEL" });
});

test("a date that was never set cannot be cancelled", async () => {
  expect(await cancel(await aSelfAssessment(world))).toBeNull();
});

test("a date cannot end before it begins, and nothing is written", async () => {
  const id = await aSelfAssessment(world);
  await expect(set(session(id, { endsAt: new Date("2027-02-03T09:00:00Z") }))).rejects.toThrow("cannot end before it begins");
  expect(await db.calendarEntry.count({ where: { workflowId: id } })).toBe(0);
});

test("a refused transition leaves the date as it was", async () => {
  const id = await aSelfAssessment(world);
  await set(session(id));
  const refused = db.$transaction(async (tx) => {
    await setDate(tx, session(id, { title: "Another title" }));
    throw new Error("refused");
  });
  await expect(refused).rejects.toThrow("refused");
  expect(await db.calendarEntry.findFirst({ where: { workflowId: id } })).toMatchObject({ title: "Challenge session", sequence: 0 });
});

test("several moves at once give each its own sequence", async () => {
  const id = await aSelfAssessment(world);
  await set(session(id));
  const moves = await Promise.all([1, 2, 3, 4].map((hour) => set(session(id, { endsAt: new Date(Date.UTC(2027, 1, 3, 16 + hour)) }))));
  expect(moves.map((entry) => entry.sequence).sort()).toEqual([1, 2, 3, 4]);
});

test("letters carry the live dates, and the cancelled ones only when none is live", async () => {
  const id = await aSelfAssessment(world);
  await set(session(id));
  await set(session(id, { kind: "due", title: "Due", allDay: true, startsAt: new Date("2026-11-30"), endsAt: new Date("2026-11-30"), location: null }));
  const carried = () => db.$transaction((tx) => datesForLetter(tx, id));
  expect((await carried()).map((entry) => [entry.title, entry.startsOn])).toEqual([["Due", "2026-11-30"], ["Challenge session", "2027-02-03T09:30:00.000Z"]]);
  await cancel(id);
  expect((await carried()).map((entry) => entry.title)).toEqual(["Due"]);
  await db.$transaction((tx) => cancelDate(tx, { workflowId: id, kind: "due" }));
  const gone = await carried();
  expect(gone.map((entry) => entry.method)).toEqual(["CANCEL", "CANCEL"]);
  // The letter takes them as they are, and says a whole day as a day.
  const example = emails["cycle/round-cancelled"].example;
  const { calendar } = renderEmail("cycle/round-cancelled", { ...example, calendar: gone }, { baseUrl: "https://candour.example.org" });
  expect(calendar).toContain("METHOD:CANCEL");
  expect(calendar).toContain("DTSTART;VALUE=DATE:20261130");
});
