/** Dates as people say them: London time, "Mon 30 Nov", and the days left. */

const London = "Europe/London";

const parts = new Intl.DateTimeFormat("en-GB", { timeZone: London, weekday: "short", day: "numeric", month: "short", year: "numeric" });
const clock = new Intl.DateTimeFormat("en-GB", { timeZone: London, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const isoDay = new Intl.DateTimeFormat("sv-SE", { timeZone: London, year: "numeric", month: "2-digit", day: "2-digit" });

/** Noon of a day is the same day in London and in UTC, whatever the clocks do. */
const noonOf = (day: string): Date => new Date(`${day.slice(0, 10)}T12:00:00Z`);

/** The London day of an instant, as an ISO day. */
export function dayOf(when: string): string {
  return isoDay.format(new Date(when));
}

function words(date: Date, beside: string): string {
  const part = Object.fromEntries(parts.formatToParts(date).map(({ type, value }) => [type, value]));
  // Node writes "Sept" for September; three letters for every month read more evenly.
  const month = part["month"]?.slice(0, 3) ?? "";
  const year = part["year"] === beside.slice(0, 4) ? "" : ` ${part["year"] ?? ""}`;
  return `${part["weekday"] ?? ""} ${part["day"] ?? ""} ${month}${year}`;
}

/** "Mon 30 Nov", with the year when it is not the year of `beside` (an ISO day or instant). */
export function sayDay(day: string, beside: string): string {
  return words(noonOf(day), beside.length > 10 ? dayOf(beside) : beside);
}

/** "Mon 23 Nov at 14:05", in London time. */
export function sayMoment(when: string, beside: string = when): string {
  return `${words(new Date(when), dayOf(beside))} at ${sayTime(when)}`;
}

/** "14:05", in London time. */
export function sayTime(when: string): string {
  return clock.format(new Date(when));
}

/** Whole days from the London day of `when` to `day`; negative once it has passed. */
export function daysUntil(day: string, when: string): number {
  return Math.round((noonOf(day).getTime() - noonOf(dayOf(when)).getTime()) / 86_400_000);
}

/** True when the day lies before the London day of `when`; false without a day. */
export function isPast(day: string | null | undefined, when: string): boolean {
  return typeof day === "string" && daysUntil(day, when) < 0;
}

/** "today", "1 day left", "7 days left", "3 days late". */
export function timeLeft(day: string, when: string): string {
  const days = daysUntil(day, when);
  if (days === 0) return "today";
  return days > 0 ? `${count(days, "day")} left` : `${count(-days, "day")} late`;
}

/**
 * What the letter's day is. "awaited": something is still asked by then. "settled": it was asked by
 * then and is no more. Otherwise in its own words: "summit on".
 */
export type Deadline = "awaited" | "settled" | { readonly says: string };

/** The subject's last words: ", by Mon 30 Nov", ", was due Fri 20 Nov", ", due Mon 30 Nov", or nothing without a date. */
export function dueInSubject(letter: { readonly due: string | null; readonly when: string }, deadline: Deadline): string {
  if (!letter.due) return "";
  const day = sayDay(letter.due, letter.when);
  if (typeof deadline === "object") return `, ${deadline.says} ${day}`;
  if (deadline === "settled") return `, due ${day}`;
  return daysUntil(letter.due, letter.when) < 0 ? `, was due ${day}` : `, by ${day}`;
}

/** "1 day", "2 days"; "1 authority", "2 authorities". */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
