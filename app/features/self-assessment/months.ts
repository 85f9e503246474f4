import { Temporal } from "temporal-polyfill";

/** The day so many months after an instant, by the London calendar, as UTC midnight; the last day of a shorter month. */
export function addMonths(from: Date, months: number): Date {
  const day = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO("Europe/London").toPlainDate();
  return new Date(`${day.add({ months }).toString()}T00:00:00Z`);
}
