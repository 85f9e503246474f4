import { Temporal } from "temporal-polyfill";

import published from "~machines/bank-holidays.json";

const years = published.map((holiday) => Number(holiday.date.slice(0, 4)));
const [firstYear, lastYear] = [Math.min(...years), Math.max(...years)];
const stored: ReadonlySet<string> = new Set(published.map((holiday) => holiday.date));
const computed = new Map<number, ReadonlySet<string>>();

/**
 * Whether a day is a bank holiday in England. The stored table knows the days that were proclaimed
 * once; years outside it follow the standing rules, which know no jubilees to come.
 */
export function isBankHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4));
  if (year >= firstYear && year <= lastYear) return stored.has(day);
  let days = computed.get(year);
  if (!days) computed.set(year, (days = new Set(bankHolidaysByRule(year))));
  return days.has(day);
}

/** The eight of a year by the standing rules, in order; a holiday that falls on a weekend is kept on the next free weekday. */
export function bankHolidaysByRule(year: number): string[] {
  const day = (month: number, dayOfMonth: number) => Temporal.PlainDate.from({ year, month, day: dayOfMonth });
  const easter = easterSunday(year);
  const newYear = day(1, 1);
  const christmas = day(12, 25);
  const boxing = day(12, 26);
  return [
    newYear.add({ days: newYear.dayOfWeek > 5 ? 8 - newYear.dayOfWeek : 0 }),
    easter.subtract({ days: 2 }),
    easter.add({ days: 1 }),
    mondayFrom(day(5, 1)),
    mondayFrom(day(5, 25)),
    mondayFrom(day(8, 25)),
    // Of Christmas and Boxing Day, what falls on a weekend moves behind the other.
    ...[christmas, boxing].map((date) => (date.dayOfWeek > 5 ? date.add({ days: 2 }) : date)),
  ]
    .map(String)
    .sort();
}

/** The first Monday on or after a day: the 25th gives the last Monday of May and of August. */
function mondayFrom(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.add({ days: (8 - date.dayOfWeek) % 7 });
}

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher). */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - f + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}
