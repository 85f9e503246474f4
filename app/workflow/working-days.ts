import { Temporal } from "temporal-polyfill";

import { isBankHoliday } from "./bank-holidays";

/**
 * England working days: Monday to Friday without bank holidays. Days are ISO dates; a day ends at
 * 23:59 in London, and reminders go out at 08:00 there, whatever the clock does in spring and autumn.
 */
const zone = "Europe/London";

export function isWorkingDay(day: string): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek <= 5 && !isBankHoliday(day);
}

/** The day that many working days after (or, negative, before) a day. Nought gives the day itself. */
export function addWorkingDays(day: string, count: number): string {
  let date = Temporal.PlainDate.from(day);
  const one = { days: Math.sign(count) };
  for (let left = Math.abs(count); left > 0; ) {
    date = date.add(one);
    if (isWorkingDay(date.toString())) left -= 1;
  }
  return date.toString();
}

/** The same day so many months after (or, negative, before) a day; the last of the month where there is no such day. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** The day itself when people work on it, else the next on which they do: nothing falls due on a Sunday. */
export function workingDayFrom(day: string): string {
  return isWorkingDay(day) ? day : addWorkingDays(day, 1);
}

/** Working days from one day to another: negative when the second is earlier, nought on the same day. */
export function workingDaysBetween(from: string, to: string): number {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const sign = first < last ? 1 : -1;
  let count = 0;
  // Plain numbers: a board counts the days of every authority on each opening.
  for (let day = first; day !== last; ) {
    day += sign;
    // The first of January 1970 was a Thursday.
    if ((((day + 3) % 7) + 7) % 7 < 5 && !isBankHoliday(new Date(day * dayMs).toISOString().slice(0, 10))) count += sign;
  }
  return count;
}

const dayMs = 86_400_000;

/** Days since 1970, before it negative. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

/** The London day of an instant. */
export function dayOf(instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** That time of day in London. */
export function londonTime(day: string, time: string): Date {
  const local = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone);
  return new Date(local.epochMilliseconds);
}

/** The last minute of a day: "due by 23:59". */
export function endOfDay(day: string): Date {
  return londonTime(day, "23:59");
}

/** The hour in London, 0 to 23. */
export function londonHour(instant: Date): number {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).hour;
}
