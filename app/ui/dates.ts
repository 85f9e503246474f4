import { valueOf, type FormValues } from "./form-state";

/** A moment, or a day without a time as "2026-11-24". Moments are shown in Europe/London, which every page states or implies. */
export type When = Date | string;

/** A day of the calendar: month from 1, weekday from 1 for Monday. */
type Day = { readonly year: number; readonly month: number; readonly day: number; readonly weekday: number };

// The built-in calendar rather than a library: these run in the browser too, where a library would outweigh the page.
const londonParts = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London", hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit",
});
const dayMs = 86_400_000;
const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const;

/** "Tue 24 Nov"; with `year`, "Tue 24 Nov 2026"; with `yearUnless`, the year where it is not that of the moment given. */
export function formatDate(when: When, options: { readonly year?: boolean; readonly yearUnless?: When; readonly weekday?: boolean } = {}): string {
  const date = dayOf(when);
  const weekday = options.weekday === false ? "" : `${days[date.weekday - 1]?.slice(0, 3)} `;
  const year = options.year ?? (options.yearUnless !== undefined && dayOf(options.yearUnless).year !== date.year);
  return `${weekday}${date.day} ${months[date.month - 1]?.slice(0, 3)}${year ? ` ${date.year}` : ""}`;
}

/** "24 November 2026": for documents and letters. */
export function formatLongDate(when: When): string {
  const date = dayOf(when);
  return `${date.day} ${months[date.month - 1]} ${date.year}`;
}

/** "14:03" in Europe/London. */
export function formatTime(when: When): string {
  if (isDay(when)) return "23:59";
  const part = partsOf(when);
  return `${part("hour")}:${part("minute")}`;
}

/** "Tue 24 Nov at 14:03". */
export function formatDateTime(when: When, options: { readonly year?: boolean } = {}): string {
  return `${formatDate(when, options)} at ${formatTime(when)}`;
}

/** Days from today to the day given, both in Europe/London: 0 is today, negative is past. */
export function daysUntil(when: When, now: When): number {
  return countOf(dayOf(when)) - countOf(dayOf(now));
}

/** How long is left in words: "today", "tomorrow", "3 days left", "1 day late". */
export function timeLeft(due: When, now: When): string {
  const left = daysUntil(due, now);
  if (isPast(due, now)) return left === 0 ? "late since today" : `${counted(-left, "day")} late`;
  if (left === 0) return "today";
  if (left === 1) return "tomorrow";
  return `${counted(left, "day")} left`;
}

/** True once the moment has gone; a day without a time ends at midnight in Europe/London. */
export function isPast(due: When, now: When): boolean {
  if (isDay(due)) return daysUntil(due, now) < 0;
  // A present given only as a day is taken as its beginning.
  if (isDay(now)) return daysUntil(due, now) < 0;
  return new Date(due).getTime() < new Date(now).getTime();
}

export type DueWords = { readonly lead: string; readonly sub: string; readonly late: boolean };

/**
 * A due date as an inbox shows it: a bold line and a small one. `workingDays` is how many are left by
 * the England calendar, when the caller knows it; otherwise calendar days are shown and called days.
 */
export function dueWords(due: When, now: When, workingDays?: number): DueWords {
  const left = daysUntil(due, now);
  if (isPast(due, now)) {
    return { lead: left === 0 ? "Late" : `${counted(-left, "day")} late`, sub: `was due ${left === 0 ? `at ${formatTime(due)}` : formatDate(due, { weekday: false })}`, late: true };
  }
  if (left === 0) return { lead: "Today", sub: isDay(due) ? "by 23:59" : `by ${formatTime(due)}`, late: false };
  const sub = left === 1 ? "tomorrow" : workingDays === undefined ? counted(left, "day") : counted(workingDays, "working day");
  return { lead: formatDate(due), sub, late: false };
}

/** "1 day", "3 days", "1,204 authorities" when the plural is given. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

/** What DateInput posted: the day as "2026-11-24", null when all three boxes are empty, or what is wrong in words. */
export type DateRead = { readonly ok: true; readonly date: string | null } | { readonly ok: false; readonly message: string };

/** Reads a DateInput. `subject` begins the message, for example "The closing date". */
export function readDate(values: FormValues, name: string, subject: string): DateRead {
  const parts = (["day", "month", "year"] as const).map((part) => ({ part, text: valueOf({ values, errors: {} }, `${name}-${part}`).trim() }));
  const missing = parts.filter((entry) => entry.text === "").map((entry) => entry.part);
  if (missing.length === 3) return { ok: true, date: null };
  if (missing.length > 0) return { ok: false, message: `${subject} must include a ${missing.join(" and a ")}` };
  const [day, month, year] = parts.map((entry) => (/^\d{1,4}$/.test(entry.text) ? Number(entry.text) : Number.NaN));
  if (day === undefined || month === undefined || year === undefined || [day, month, year].some(Number.isNaN)) {
    return { ok: false, message: `${subject} must be in numbers, like 24 11 2026` };
  }
  if (year < 1000) return { ok: false, message: `${subject} must have a year of four figures, like 2026` };
  const date = new Date(Date.UTC(year, month - 1, day));
  // A day that does not exist rolls over into the next month, and then no longer reads as it was typed.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return { ok: false, message: `${subject} must be a real date, like 24 11 2026` };
  return { ok: true, date: date.toISOString().slice(0, 10) };
}

/** The three values DateInput shows for a day, under its name. */
export function dateParts(name: string, when: When | null | undefined): Record<string, string> {
  if (when == null) return {};
  const date = dayOf(when);
  return { [`${name}-day`]: String(date.day), [`${name}-month`]: String(date.month), [`${name}-year`]: String(date.year) };
}

/** The machine-readable form of a moment or a day, for <time dateTime>. */
export function isoOf(when: When): string {
  return typeof when === "string" ? when : when.toISOString();
}

function isDay(when: When): when is string {
  return typeof when === "string" && /^\d{4}-\d{2}-\d{2}$/.test(when);
}

function partsOf(when: When): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = londonParts.formatToParts(new Date(when));
  return (type) => parts.find((part) => part.type === type)?.value ?? "";
}

function dayOf(when: When): Day {
  const part = isDay(when) ? null : partsOf(when);
  const [year = 0, month = 0, day = 0] = part ? [Number(part("year")), Number(part("month")), Number(part("day"))] : String(when).split("-").map(Number);
  return { year, month, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7 };
}

/** Days since a fixed one, the same for every day of the calendar whatever the clocks do. */
function countOf(day: Day): number {
  return Date.UTC(day.year, day.month - 1, day.day) / dayMs;
}
