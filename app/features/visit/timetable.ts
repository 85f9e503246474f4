import { z } from "zod";

/** One entry of a day. Times are London's, "09:30". */
export const slot = z.object({
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  what: z.string().trim().min(1).max(200),
  where: z.string().trim().max(200).default(""),
  who: z.string().trim().max(300).default(""),
});
export type Slot = z.output<typeof slot>;

/** A visit's timetable: its days in order, each with its entries by time. Days are counted, so that it moves with the dates. */
export const timetable = z.object({ days: z.array(z.object({ slots: z.array(slot).max(30) })).max(5) });
export type Timetable = z.output<typeof timetable>;

/** The most entries of a day, and how many empty rows a day's form shows beside what is there. */
export const MOST_SLOTS = 20;
const SPARE_ROWS = 3;

export const slotField = (index: number, part: keyof Slot) => `slot.${index}.${part}`;

/** How many rows a day's form shows. */
export function rowsShown(slots: readonly Slot[]): number {
  return Math.min(MOST_SLOTS, slots.length + SPARE_ROWS);
}

const day = (slots: readonly Omit<Slot, "where">[], where: string) => ({ slots: slots.map((one) => ({ ...one, where })) });

/** What most visits look like, to begin from: a first day to meet and read, days of talking, a last day to present. */
export function usualTimetable(days: number, venue: string): Timetable {
  const where = venue.split("\n")[0]?.trim() ?? "";
  const first = [
    { from: "09:30", to: "10:30", what: "Welcome, and the host’s own account", who: "Director, chief executive, the team" },
    { from: "10:45", to: "12:30", what: "Reading: documents and data", who: "The team" },
    { from: "13:15", to: "14:30", what: "Focus group: practitioners", who: "Practitioners, two of the team" },
    { from: "14:45", to: "16:00", what: "Interviews: senior managers", who: "Assistant directors, two of the team" },
    { from: "16:15", to: "17:00", what: "What we saw today", who: "The team" },
  ];
  const middle = [
    { from: "09:00", to: "10:30", what: "Observation of practice", who: "Two of the team" },
    { from: "10:45", to: "12:15", what: "Focus group: partners", who: "Health, schools, police, two of the team" },
    { from: "13:00", to: "14:30", what: "Interviews: lead member and scrutiny", who: "Lead member, the lead of the team" },
    { from: "14:45", to: "16:00", what: "Focus group: parents and carers", who: "Parents and carers’ forum, two of the team" },
    { from: "16:15", to: "17:15", what: "What we saw today", who: "The team, then the director" },
  ];
  const last = [
    { from: "09:00", to: "10:30", what: "Anything still open", who: "The team" },
    { from: "10:45", to: "12:45", what: "Bringing it together", who: "The team" },
    { from: "13:30", to: "14:00", what: "Word with the director", who: "Director, the lead of the team" },
    { from: "14:00", to: "15:00", what: "Presentation", who: "Chief executive, lead member, director, the team" },
  ];
  if (days === 1) return { days: [day([...first.slice(0, 4), { from: "16:00", to: "17:00", what: "Presentation", who: "Chief executive, lead member, director, the team" }], where)] };
  return { days: Array.from({ length: days }, (_, index) => day(index === 0 ? first : index === days - 1 ? last : middle, where)) };
}

/** As many days as the visit has: days taken away are dropped, new ones begin empty. */
export function fitted(content: Timetable, days: number): Timetable {
  return { days: Array.from({ length: days }, (_, index) => content.days[index] ?? { slots: [] }) };
}

export interface SlotMark extends Slot {
  /** What became of it since the timetable before. */
  readonly mark: "same" | "new";
}

const key = (one: Slot) => [one.from, one.to, one.what, one.where, one.who].join("\n");

/** A day's entries, each marked when it was not in the timetable before, and what is no longer there. */
export function changesOf(slots: readonly Slot[], before: readonly Slot[] | undefined): { readonly slots: readonly SlotMark[]; readonly gone: readonly Slot[] } {
  if (!before) return { slots: slots.map((one) => ({ ...one, mark: "same" })), gone: [] };
  const old = new Set(before.map(key));
  const present = new Set(slots.map(key));
  return { slots: slots.map((one) => ({ ...one, mark: old.has(key(one)) ? "same" : "new" })), gone: before.filter((one) => !present.has(key(one))) };
}
