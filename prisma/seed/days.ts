import { addWorkingDays, dayOf, isWorkingDay, londonTime } from "~/workflow/working-days";

/** Days and hours of the story, counted in working days from the day on which it is told. */
export interface Calendar {
  /** The ISO day that many working days from today; negative is past. */
  readonly day: (workingDays: number) => string;
  /** A moment on that day in London. Minutes keep the acts of one morning apart. */
  readonly moment: (workingDays: number, hour?: number, minute?: number) => Date;
  /** The same calendar that many years earlier. */
  readonly yearsBefore: (years: number) => Calendar;
  /** The name of the round that opens on that day: as many years before today's as the calendar is, though a day near New Year may fall on either side of it. */
  readonly roundNameOn: (workingDays: number) => string;
}

/** A calendar around today, whatever day today is: on a Sunday it counts from the Friday before. */
export function calendarAround(today: Date): Calendar {
  return calendarOf(lastWorkingDay(dayOf(today)));
}

function calendarOf(anchor: string, latest = anchor, yearsAgo = 0): Calendar {
  const day = (workingDays: number) => addWorkingDays(anchor, workingDays);
  return {
    day,
    moment: (workingDays, hour = 10, minute = 0) => londonTime(day(workingDays), `${pad(hour)}:${pad(minute)}`),
    yearsBefore: (years) => calendarOf(lastWorkingDay(`${Number(anchor.slice(0, 4)) - years}${existing(anchor.slice(4))}`), latest, yearsAgo + years),
    roundNameOn: (workingDays) => nameOfYear(Number(addWorkingDays(latest, workingDays).slice(0, 4)) - yearsAgo),
  };
}

const pad = (value: number): string => String(value).padStart(2, "0");

/** 29 February has no anniversary in most years. */
const existing = (monthAndDay: string): string => (monthAndDay === "-02-29" ? "-02-28" : monthAndDay);

function lastWorkingDay(day: string): string {
  return isWorkingDay(day) ? day : addWorkingDays(day, -1);
}

/** "2026/27" for a round that opens in the calendar year 2026. */
export function roundName(opensOn: string): string {
  return nameOfYear(Number(opensOn.slice(0, 4)));
}

const nameOfYear = (year: number): string => `${year}/${String(year + 1).slice(2)}`;
