import { isWorkingDay } from "~/workflow/working-days";

export type DayRefusal = "in-the-past" | "on-a-weekend" | "on-a-bank-holiday" | "blocked-date" | "before-the-challenge" | "after-the-summit";

/** What a day of a session is held against. Days are ISO days. */
export interface DayRules {
  readonly today: string;
  readonly challengeStartsOn: string;
  readonly summitOn: string;
  /** Why each blocked day is blocked. */
  readonly blocked: ReadonlyMap<string, string>;
}

/** Why a session cannot be on a day, or null. The summit's own day is too late: what was found is its material. */
export function whyNotOn(day: string, rules: DayRules): DayRefusal | null {
  if (day <= rules.today) return "in-the-past";
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return "on-a-weekend";
  if (!isWorkingDay(day)) return "on-a-bank-holiday";
  if (rules.blocked.has(day)) return "blocked-date";
  if (day < rules.challengeStartsOn) return "before-the-challenge";
  if (day >= rules.summitOn) return "after-the-summit";
  return null;
}

/** "09:30" or "9:30" as four digits with a colon; null when it is no time of day. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim());
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  return hours < 24 && minutes < 60 ? `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}` : null;
}
