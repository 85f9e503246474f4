import fc from "fast-check";
import { expect, test } from "vitest";

import { sessionDays } from "~/features/series/pattern";
import { isBankHoliday } from "~/workflow/bank-holidays";

const free = (day: string) => !isBankHoliday(day);

test("eighteen Mondays in a row leave out the bank holidays, and end later for it", () => {
  const { days, skipped } = sessionDays({ first: "2027-03-01", everyWeeks: 1, count: 18 }, free);
  expect(skipped).toEqual(["2027-03-29", "2027-05-03", "2027-05-31"]);
  expect(days).toHaveLength(18);
  expect(days.at(-1)).toBe("2027-07-19");
});

test("whatever the pattern: so many days, in order, at its intervals, none of them a bank holiday", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("2026-01-01"), max: new Date("2029-12-31"), noInvalidDate: true }), fc.constantFrom(1, 2, 4), fc.integer({ min: 1, max: 60 }), (first, everyWeeks, count) => {
      const { days, skipped } = sessionDays({ first: first.toISOString().slice(0, 10), everyWeeks, count }, free);
      expect(days).toHaveLength(count);
      expect(days.some(isBankHoliday)).toBe(false);
      const all = [...days, ...skipped].sort();
      for (const [index, day] of all.entries()) expect(Date.parse(day) - Date.parse(all[0]!)).toBe(index * everyWeeks * 7 * 86_400_000);
    }),
    { numRuns: 100 },
  );
});
