import fc from "fast-check";
import { expect, test } from "vitest";

import { wrongWithDay, wrongWithDays } from "~/features/visit/days";
import { scopePosted, requestPosted } from "~/features/visit/forms";
import { dayAndTime, nextOf } from "~/features/visit/on-the-day";
import { changesOf, fitted, timetable, usualTimetable, type Slot } from "~/features/visit/timetable";
import { slotValues, slotsPosted } from "~/features/visit/timetable-form";

const slot = (from: string, to: string, what = "Talk", over: Partial<Slot> = {}): Slot => ({ from, to, what, where: "", who: "", ...over });

test("a usual timetable has as many days as the visit, in order of time, and ends with a presentation", () => {
  for (const days of [1, 2, 3, 4, 5]) {
    const usual = timetable.parse(usualTimetable(days, "Merrion House\nLeeds"));
    expect(usual.days).toHaveLength(days);
    expect(usual.days.at(-1)?.slots.at(-1)?.what).toBe("Presentation");
    for (const day of usual.days) {
      expect(day.slots.every((one, index) => one.from < one.to && (index === 0 || day.slots[index - 1]!.to <= one.from))).toBe(true);
      expect(day.slots[0]?.where).toBe("Merrion House");
    }
  }
});

test("what a form shows of a day is what it reads back, whatever the entries", () => {
  const time = fc.tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 0, max: 59 })).map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
  const words = fc.stringMatching(/^[a-z]{1,12}( [a-z]{1,8})?$/);
  const anySlot = fc.record({ from: time, what: words, where: fc.oneof(fc.constant(""), words), who: fc.oneof(fc.constant(""), words) }).map((one): Slot => ({ ...one, to: "23:30" }));
  fc.assert(
    fc.property(fc.array(anySlot, { maxLength: 12 }), (slots) => {
      const read = slotsPosted(slotValues(slots));
      expect(read.errors).toEqual({});
      expect(read.content).toHaveLength(slots.length);
      expect([...read.content].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual([...slots].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))));
      expect(read.content.every((one, index) => index === 0 || read.content[index - 1]!.from <= one.from)).toBe(true);
    }),
  );
});

test("times are understood as people type them, and a bad one is said beside its box", () => {
  expect(slotsPosted({ "slot.0.from": "9.30", "slot.0.to": "1015", "slot.0.what": "Welcome" }).content).toEqual([slot("09:30", "10:15", "Welcome")]);
  expect(slotsPosted({ "slot.0.from": "25:00", "slot.0.to": "9", "slot.0.what": "" }).errors).toEqual({ "slot.0.from": "Entry 1: give the time it begins, like 09:30", "slot.0.what": "Entry 1: say what it is" });
  expect(slotsPosted({ "slot.2.from": "10:00", "slot.2.to": "09:00", "slot.2.what": "Talk" }).errors).toEqual({ "slot.2.to": "Entry 3: it must end after it begins" });
});

test("what is different from the timetable before is marked, and what is gone is named", () => {
  const before = [slot("09:00", "10:00"), slot("10:00", "11:00", "Old")];
  const { slots, gone } = changesOf([slot("09:00", "10:00"), slot("10:00", "11:00", "New")], before);
  expect(slots.map((one) => one.mark)).toEqual(["same", "new"]);
  expect(gone.map((one) => one.what)).toEqual(["Old"]);
  expect(fitted({ days: [{ slots: before }] }, 2).days[1]).toEqual({ slots: [] });
});

test("the day page knows what is on now, what is next, and that the day is over, in London time", () => {
  const day = [slot("09:00", "10:00", "First"), slot("10:30", "11:00", "Second")];
  expect(nextOf(day, "09:30")).toMatchObject({ on: true, slot: { what: "First" } });
  expect(nextOf(day, "10:10")).toMatchObject({ on: false, slot: { what: "Second" } });
  expect(nextOf(day, "12:00")).toBeNull();
  expect(dayAndTime(new Date("2027-07-01T23:30:00Z"))).toEqual({ day: "2027-07-02", time: "00:30" });
});

test("a visit's days are working days in a row, before the end of the round", () => {
  const bounds = { today: "2026-11-25", endsOn: "2027-07-30", days: 3 };
  expect(wrongWithDay("2027-01-26", bounds)).toBeNull();
  expect(wrongWithDay("2026-11-25", bounds)).toBe("date-past");
  expect(wrongWithDay("2027-03-25", bounds)).toBe("date-over-holiday");
  expect(wrongWithDay("2027-07-29", bounds)).toBe("date-over-holiday");
  expect(wrongWithDay("2027-07-28", { ...bounds, endsOn: "2027-07-29" })).toBe("date-after-end");
  expect(wrongWithDays(["2027-01-26", "2027-01-26"], bounds)).toEqual({ index: 1, reason: "date-twice" });
  expect(wrongWithDays([], bounds)).toEqual({ index: 0, reason: "no-dates" });
});

test("a form keeps everything typed and says of each field what is wrong with it", () => {
  const bounds = { today: "2026-11-25", endsOn: "2027-07-30", days: 3 };
  const asked = requestPosted({ variant: "peer", theme: "SEND", "wished.1-day": "30", "wished.1-month": "2", "wished.1-year": "2027" }, { themes: ["SEND"], bounds, whole: true });
  expect(Object.keys(asked.errors)).toEqual(["passage", "wants", "wished.1"]);
  expect(asked.errors["wished.1"]).toBe("Date 1 must be a real date, like 24 11 2026");
  const draft = requestPosted({ variant: "peer", theme: "SEND" }, { themes: ["SEND"], bounds, whole: false });
  expect(draft.errors).toEqual({});
  const agreed = scopePosted({ days: "3", teamSize: "4", themes: "SEND", candidates: ["2027-01-26", "2020-01-06"], "kloe.1": "Why?" }, { themes: ["SEND"], bounds, kloesAtMost: 5 });
  expect(agreed.errors).toEqual({ candidates: "The dates must be in the future" });
  expect(scopePosted({}, { themes: ["SEND"], bounds, kloesAtMost: 5 }).errors).toMatchObject({ days: "A visit takes from 1 to 5 days", themes: "Choose at least one theme that the team must know", candidates: "Give at least one date that would suit" });
});
