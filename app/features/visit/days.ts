import { addWorkingDays, isWorkingDay } from "~/workflow/working-days";

/** The most first days that are kept. */
export const MOST_DAYS = 6;

const real = (day: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
};

/** The days of a visit that begins on a day: consecutive working days. */
export function daysFrom(first: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => addWorkingDays(first, index));
}

/** The last day of a visit that begins on a day. */
export function lastDayFrom(first: string, count: number): string {
  return addWorkingDays(first, count - 1);
}

export interface Bounds {
  /** ISO day of today, in London. */
  readonly today: string;
  /** The round's last day. */
  readonly endsOn: string;
  readonly days: number;
}

/** True when the days follow each other without a weekend or a bank holiday between. */
export function unbroken(first: string, count: number): boolean {
  return lastDayFrom(first, count) === plainDay(first, count - 1);
}

function plainDay(day: string, further: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + further);
  return date.toISOString().slice(0, 10);
}

/** What is wrong with a first day, as a refusal; null when it can be. */
export function wrongWithDay(day: string, { today, endsOn, days }: Bounds): string | null {
  if (!real(day)) return "not-a-date";
  if (day <= today) return "date-past";
  if (!isWorkingDay(day)) return "date-not-working";
  if (!unbroken(day, days)) return "date-over-holiday";
  if (lastDayFrom(day, days) > endsOn) return "date-after-end";
  return null;
}

/** What is wrong with a list of first days: the place in it and the refusal. */
export function wrongWithDays(list: readonly string[], bounds: Bounds): { readonly index: number; readonly reason: string } | null {
  if (list.length === 0) return { index: 0, reason: "no-dates" };
  if (list.length > MOST_DAYS) return { index: MOST_DAYS, reason: "too-many-dates" };
  for (const [index, day] of list.entries()) {
    const reason = wrongWithDay(day, bounds) ?? (list.indexOf(day) < index ? "date-twice" : null);
    if (reason) return { index, reason };
  }
  return null;
}
