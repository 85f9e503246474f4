import { addWorkingDays, dayOf, isWorkingDay, londonTime } from "~/workflow/working-days";

/** Office hours in London: an offer made at night is not used up before anybody can read it. */
const OPENS = "09:00";
const CLOSES = "17:00";
const MINUTE = 60_000;

/** The instant that many working minutes later: 09:00 to 17:00 in London on England working days. */
export function addWorkingMinutes(from: Date, minutes: number): Date {
  let day = dayOf(from);
  let left = minutes * MINUTE;
  let at = from;
  for (;;) {
    const [opens, closes] = [londonTime(day, OPENS), londonTime(day, CLOSES)];
    const begins = at > opens ? at : opens;
    if (isWorkingDay(day) && begins < closes) {
      const room = closes.getTime() - begins.getTime();
      if (left <= room) return new Date(begins.getTime() + left);
      left -= room;
    }
    day = addWorkingDays(day, 1);
    at = londonTime(day, OPENS);
  }
}

/** Working minutes between two instants; nought when the second is not later. */
export function workingMinutesBetween(from: Date, to: Date): number {
  let minutes = 0;
  let day = dayOf(from);
  while (londonTime(day, OPENS) < to) {
    const begins = Math.max(from.getTime(), londonTime(day, OPENS).getTime());
    const ends = Math.min(to.getTime(), londonTime(day, CLOSES).getTime());
    if (isWorkingDay(day) && ends > begins) minutes += (ends - begins) / MINUTE;
    day = addWorkingDays(day, 1);
  }
  return Math.floor(minutes);
}
