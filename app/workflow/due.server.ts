import type { Due } from "~machines/step";
import { duesOf } from "~machines/machine";
import { machineNamed } from "~machines/index";

import { now } from "~/platform/clock.server";

import type { OpenDeadline } from "./record.server";
import { addWorkingDays, dayOf, endOfDay, londonTime } from "./working-days";

/** A deadline as it should stand in a state. */
export interface WantedDeadline {
  readonly name: string;
  readonly dueAt: string;
  readonly fires: string | null;
  readonly nextAt: string | null;
}

export interface DeadlineChanges {
  readonly close: readonly string[];
  /** Kept over a change of state: the same obligation by the same date, its reminders not begun again. */
  readonly keep: readonly string[];
  readonly open: readonly WantedDeadline[];
}

/** What a change of state does to the deadlines of a record. */
export function deadlineChanges(machine: string, from: string, to: string, facts: object, open: readonly OpenDeadline[]): DeadlineChanges {
  const keep: string[] = [];
  const wanted: WantedDeadline[] = [];
  for (const due of duesOf(machineNamed(machine), to)) {
    const same = open.find((deadline) => deadline.name === due.name);
    if ("workingDays" in due.on && same && from === to) {
      keep.push(same.id);
      continue;
    }
    const day = dueDay(due, facts);
    if (!day) continue;
    const dueAt = day.includes("T") ? new Date(day) : endOfDay(day);
    if (same && new Date(same.dueAt).getTime() === dueAt.getTime()) keep.push(same.id);
    else wanted.push({ name: due.name, dueAt: dueAt.toISOString(), fires: due.fires ?? null, nextAt: nextMoment(due, dueAt, now(), false)?.toISOString() ?? null });
  }
  return { keep, close: open.map((deadline) => deadline.id).filter((id) => !keep.includes(id)), open: wanted };
}

/** An ISO day, or an ISO instant where the hour counts. */
function dueDay(due: Due, facts: object): string | undefined {
  if ("workingDays" in due.on) return addWorkingDays(dayOf(now()), due.on.workingDays);
  const day = (facts as Readonly<Record<string, unknown>>)[due.on.fact];
  return typeof day === "string" && day !== "" ? day : undefined;
}

/** Each reminder goes out at 08:00 in London on its working day. */
export function reminderMoments(due: Due, dueAt: Date): readonly { readonly day: number; readonly at: Date }[] {
  const dueDate = dayOf(dueAt);
  return due.remind.map(({ day }) => ({ day, at: londonTime(addWorkingDays(dueDate, day), "08:00") }));
}

/** When this deadline next wants handling after `handledTo`, or nothing. */
export function nextMoment(due: Due, dueAt: Date, handledTo: Date, fired: boolean): Date | undefined {
  const moments = reminderMoments(due, dueAt).map(({ at }) => at).filter((at) => at > handledTo);
  if (due.fires && !fired) moments.push(dueAt);
  return moments.sort((a, b) => a.getTime() - b.getTime())[0];
}
