import { now } from "~/platform/clock.server";
import { isBankHoliday } from "~/workflow/bank-holidays";
import { addWorkingDays, dayOf } from "~/workflow/working-days";

/**
 * Days for whatever the code compares with the real now: counted from today, whichever day that is, so that the
 * tests hold on any later day. What is handed its own now reads better with fixed days.
 */
export function workingDay(days: number): string {
  return addWorkingDays(dayOf(now()), days);
}

/** The day of the calendar that many days after (or, negative, before) a day. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first Saturday on or after a day. */
export const saturdayFrom = (day: string): string => firstFrom(day, (one) => new Date(one).getUTCDay() === 6);

/** The first bank holiday on or after a day. */
export const bankHolidayFrom = (day: string): string => firstFrom(day, isBankHoliday);

function firstFrom(day: string, holds: (day: string) => boolean): string {
  return holds(day) ? day : firstFrom(daysAfter(day, 1), holds);
}
