import { Temporal } from "temporal-polyfill";

/** The first moment of a day in Europe/London. @param day as "2026-11-24" */
export function beginningOfDay(day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: "Europe/London" }).epochMilliseconds);
}

/** The moment from which something counts: now when no day was given or it is today, otherwise the day's beginning. */
export function momentOrNow(day: string | null, now: Date): Date {
  if (day === null) return now;
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO("Europe/London").toPlainDate().toString();
  return day === today ? now : beginningOfDay(day);
}
