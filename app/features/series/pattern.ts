/** Sessions that come at even intervals. */
export interface Pattern {
  /** ISO day of the first. */
  readonly first: string;
  readonly everyWeeks: number;
  readonly count: number;
}

export interface Days {
  readonly days: readonly string[];
  /** Days of the pattern on which there is none, because of a bank holiday or because the region keeps them free. */
  readonly skipped: readonly string[];
}

/** The most sessions of one series. */
export const MOST_SESSIONS = 60;

/** The days of so many sessions: a day that is not free is left out, and the series ends later for it. */
export function sessionDays({ first, everyWeeks, count }: Pattern, isFree: (day: string) => boolean): Days {
  const days: string[] = [];
  const skipped: string[] = [];
  for (let step = 0; days.length < count && step < count * 4; step += 1) {
    const day = new Date(Date.parse(`${first}T00:00:00Z`) + step * everyWeeks * 7 * 86_400_000).toISOString().slice(0, 10);
    (isFree(day) ? days : skipped).push(day);
  }
  return { days, skipped };
}
