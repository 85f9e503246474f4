import { expect, test } from "vitest";

import { bankHolidaysByRule, isBankHoliday } from "~/workflow/bank-holidays";
import { addWorkingDays, endOfDay, isWorkingDay, workingDaysBetween } from "~/workflow/working-days";
import published from "~machines/bank-holidays.json";

const tableOf = (year: number) => published.map((holiday) => holiday.date).filter((date) => date.startsWith(String(year)));

test("the rule gives the stored table in every year but those with a day proclaimed once", () => {
  const differing = [...new Set(published.map((holiday) => Number(holiday.date.slice(0, 4))))].filter((year) => String(bankHolidaysByRule(year)) !== String(tableOf(year)));
  // The early May holiday moved for VE Day in 2020; the jubilee and the funeral in 2022; the coronation in 2023.
  expect(differing).toEqual([2020, 2022, 2023]);
  expect(isBankHoliday("2022-09-19")).toBe(true);
  expect(isBankHoliday("2020-05-04")).toBe(false);
});

test.each([
  // As published by the government for years before the table, and reckoned by hand for years after it.
  [2016, ["2016-01-01", "2016-03-25", "2016-03-28", "2016-05-02", "2016-05-30", "2016-08-29", "2016-12-26", "2016-12-27"]],
  [2017, ["2017-01-02", "2017-04-14", "2017-04-17", "2017-05-01", "2017-05-29", "2017-08-28", "2017-12-25", "2017-12-26"]],
  [2033, ["2033-01-03", "2033-04-15", "2033-04-18", "2033-05-02", "2033-05-30", "2033-08-29", "2033-12-26", "2033-12-27"]],
  [2038, ["2038-01-01", "2038-04-23", "2038-04-26", "2038-05-03", "2038-05-31", "2038-08-30", "2038-12-27", "2038-12-28"]],
])("%i, which the table does not hold, follows the standing rules", (year, days) => {
  expect(bankHolidaysByRule(year)).toEqual(days);
  expect(days.every((day) => isBankHoliday(day) && !isWorkingDay(day))).toBe(true);
});

test("working days are counted beyond the table as within it: no holiday is silently worked through", () => {
  expect(addWorkingDays("2031-12-24", 1)).toBe("2031-12-29");
  expect(addWorkingDays("2033-12-23", 1)).toBe("2033-12-28");
  expect(workingDaysBetween("2034-04-06", "2034-04-11")).toBe(1);
});

test("working days are counted in both directions, over weekends, holidays and the change of the clocks", () => {
  expect(workingDaysBetween("2026-12-23", "2026-12-29")).toBe(2);
  expect(workingDaysBetween("2026-12-29", "2026-12-23")).toBe(-2);
  expect(workingDaysBetween("2027-03-26", "2027-03-30")).toBe(1);
  expect(workingDaysBetween("2026-10-23", "2026-10-26")).toBe(1);
  expect(workingDaysBetween("1969-12-30", "1970-01-02")).toBe(2);
  expect(workingDaysBetween("2026-11-28", "2026-11-28")).toBe(0);
});

test.each([
  ["2026-10-24", "2026-10-24T22:59:00.000Z"],
  ["2026-10-25", "2026-10-25T23:59:00.000Z"],
  ["2027-03-27", "2027-03-27T23:59:00.000Z"],
  ["2027-03-28", "2027-03-28T22:59:00.000Z"],
])("the end of %s is 23:59 on the clocks of London", (day, instant) => {
  expect(endOfDay(day).toISOString()).toBe(instant);
});
