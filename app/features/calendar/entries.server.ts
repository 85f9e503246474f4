import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { CalendarEntry } from "~/platform/prisma-client/client";
import { processOf, type LetterFacts, type Tx } from "~/workflow/process.server";

/** A date as a letter carries it. */
export type LetterEntry = LetterFacts["calendar"][number];

/** A date of a record: one for each kind ("submissions due", "challenge session"). */
export interface DateOfRecord {
  readonly workflowId: string;
  /** What the date is of, within the record: "due", "session". */
  readonly kind: string;
  /** As people read it in their calendars. Never confidential. */
  readonly title: string;
  /** For whole days the UTC midnights of the first and the last day. */
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly allDay: boolean;
  readonly location?: string | null;
}

/**
 * Sets or moves a date, inside the caller's transition. The entry keeps its UID for life and its
 * sequence rises whenever something a calendar shows has changed, so that programs replace what they
 * have; setting it again as it was changes nothing. A cancelled date that is set again is revived.
 * @returns the entry for the letters of this transition
 * @throws RangeError when it would end before it begins
 */
export async function setDate(tx: Tx, date: DateOfRecord): Promise<LetterEntry> {
  if (date.endsAt < date.startsAt) throw new RangeError(`a date cannot end before it begins (${date.kind})`);
  const { workflowId, kind, title, startsAt, endsAt, allDay } = date;
  const location = date.location ?? null;
  const fresh = { title, startsAt, endsAt, allDay, location };
  const known = await lockEntry(tx, workflowId, kind);
  if (!known) {
    // Two transitions of one record cannot run at once: each holds the record's row.
    return entryForLetter(tx, await tx.calendarEntry.create({ data: { workflowId, kind, ...fresh } }));
  }
  const same =
    known.cancelledAt === null && known.title === title && known.allDay === allDay && known.location === location &&
    known.startsAt.getTime() === startsAt.getTime() && known.endsAt.getTime() === endsAt.getTime();
  if (same) return entryForLetter(tx, known);
  return entryForLetter(tx, await tx.calendarEntry.update({ where: { id: known.id }, data: { ...fresh, cancelledAt: null, sequence: { increment: 1 } } }));
}

/**
 * Cancels a date, inside the caller's transition.
 * @returns the entry for the letters of this transition; null when the record has no such date
 */
export async function cancelDate(tx: Tx, { workflowId, kind }: Pick<DateOfRecord, "workflowId" | "kind">): Promise<LetterEntry | null> {
  const known = await lockEntry(tx, workflowId, kind);
  if (!known) return null;
  if (known.cancelledAt) return entryForLetter(tx, known);
  return entryForLetter(tx, await tx.calendarEntry.update({ where: { id: known.id }, data: { cancelledAt: now(), sequence: { increment: 1 } } }));
}

/**
 * The dates of a record as its letters carry them now: the live ones, or, when none is live, the
 * cancelled ones. A calendar file is all requests or all cancellations, never both.
 * @param kinds only these kinds; all when left out
 */
export async function datesForLetter(tx: Tx, workflowId: string, kinds?: readonly string[]): Promise<LetterEntry[]> {
  const entries = await tx.calendarEntry.findMany({ where: { workflowId, ...(kinds ? { kind: { in: [...kinds] } } : {}) }, orderBy: [{ startsAt: "asc" }, { kind: "asc" }] });
  const live = entries.filter((entry) => entry.cancelledAt === null);
  return Promise.all((live.length > 0 ? live : entries).map((entry) => entryForLetter(tx, entry)));
}

/** When and where a record's first date that stands is, for pages; null while it has none. Whole days have no hours. */
export async function firstDate(workflowId: string): Promise<{ readonly hours: { readonly from: Date; readonly to: Date } | null; readonly location: string | null } | null> {
  const entry = await db.calendarEntry.findFirst({ where: { workflowId, cancelledAt: null }, orderBy: { startsAt: "asc" } });
  return entry && { hours: entry.allDay ? null : { from: entry.startsAt, to: entry.endsAt }, location: entry.location };
}

/** The entry under a row lock, so that its sequence never repeats. */
async function lockEntry(tx: Tx, workflowId: string, kind: string): Promise<CalendarEntry | null> {
  await tx.$queryRaw`SELECT id FROM calendar_entry WHERE workflow_id = ${workflowId}::uuid AND kind = ${kind} FOR UPDATE`;
  return tx.calendarEntry.findUnique({ where: { workflowId_kind: { workflowId, kind } } });
}

async function entryForLetter(tx: Tx, entry: CalendarEntry): Promise<LetterEntry> {
  const { machine } = await tx.workflow.findUniqueOrThrow({ where: { id: entry.workflowId }, select: { machine: true } });
  const said = (moment: Date): string => (entry.allDay ? moment.toISOString().slice(0, 10) : moment.toISOString());
  return {
    uid: `${entry.id}@candour`,
    sequence: entry.sequence,
    method: entry.cancelledAt ? "CANCEL" : "REQUEST",
    title: entry.title,
    startsOn: said(entry.startsAt),
    endsOn: said(entry.endsAt),
    allDay: entry.allDay,
    location: entry.location,
    path: processOf(machine).path(entry.workflowId),
  };
}
