import type { Slot } from "./timetable";

const parts = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** The London day and time of a moment: "2027-01-26" and "09:41". */
export function dayAndTime(moment: Date): { readonly day: string; readonly time: string } {
  const part = Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]));
  return { day: `${part["year"]}-${part["month"]}-${part["day"]}`, time: `${part["hour"]}:${part["minute"]}` };
}

/** What is on at a time of the day, or comes next; null when the day is over. */
export function nextOf(slots: readonly Slot[], time: string): { readonly slot: Slot; readonly on: boolean } | null {
  const slot = slots.find((one) => one.to > time);
  return slot ? { slot, on: slot.from <= time } : null;
}
