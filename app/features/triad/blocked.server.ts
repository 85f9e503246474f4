import { coordinates } from "~/features/template";
import { now } from "~/platform/clock.server";
import { dayDate, dayText } from "~/platform/day-column";
import { db } from "~/platform/db.server";
import type { Actor } from "~/workflow/actor.server";
import { dayOf, isWorkingDay } from "~/workflow/working-days";

/** More days in one go than any holiday has. */
const MOST_DAYS = 60;
const LONGEST_WHY = 100;

export interface DaysToBlock {
  readonly regionId: string;
  /** ISO days, both included; one day when `until` is left out. Weekends and bank holidays in between need no blocking. */
  readonly day: string;
  readonly until?: string | undefined;
  /** "Half term in most of the region". Shown to coordinators only. */
  readonly why: string;
  readonly actor: Actor;
}

export type Blocked =
  | { readonly kind: "saved"; readonly days: number }
  /** "not-your-role", "no-why", "why-too-long", "in-the-past", "until-before-day", "too-many-blocked", "no-working-day". */
  | { readonly kind: "refused"; readonly reason: string };

/** Keeps days of a region free of sessions: no poll offers them, and no session is placed on them. One that stands already stays. */
export async function blockDate({ regionId, day, until = day, why, actor }: DaysToBlock): Promise<Blocked> {
  const refused = (reason: string): Blocked => ({ kind: "refused", reason });
  if (!(await coordinates(db, actor, regionId))) return refused("not-your-role");
  const words = why.trim();
  if (words === "") return refused("no-why");
  if (words.length > LONGEST_WHY) return refused("why-too-long");
  if (day <= dayOf(now())) return refused("in-the-past");
  if (until < day) return refused("until-before-day");
  const span = Math.round((dayDate(until).getTime() - dayDate(day).getTime()) / 86_400_000) + 1;
  if (span > MOST_DAYS) return refused("too-many-blocked");
  const days = Array.from({ length: span }, (_, index) => dayText(new Date(dayDate(day).getTime() + index * 86_400_000))).filter(isWorkingDay);
  if (days.length === 0) return refused("no-working-day");
  await db.$transaction(days.map((one) => {
    const key = { regionId, day: dayDate(one) };
    return db.blockedDate.upsert({ where: { regionId_day: key }, create: { ...key, why: words }, update: { why: words } });
  }));
  return { kind: "saved", days: days.length };
}

/** Lets sessions be on these days again. Days that are not blocked stay as they are. */
export async function freeDates({ regionId, days, actor }: { readonly regionId: string; readonly days: readonly string[]; readonly actor: Actor }): Promise<{ kind: "saved" } | { kind: "refused"; reason: string }> {
  if (!(await coordinates(db, actor, regionId))) return { kind: "refused", reason: "not-your-role" };
  await db.blockedDate.deleteMany({ where: { regionId, day: { in: days.filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)).map(dayDate) } } });
  return { kind: "saved" };
}

export interface BlockedDay {
  readonly day: string;
  readonly why: string;
  /** Groups whose session stands on the day all the same. */
  readonly groups: readonly { readonly id: string; readonly title: string }[];
}

/** The days still to come that a region keeps free, with the sessions that stand on them. */
export async function blockedDays(regionId: string): Promise<readonly BlockedDay[]> {
  const from = dayDate(dayOf(now()));
  const [rows, triads] = await Promise.all([
    db.blockedDate.findMany({ where: { regionId, day: { gte: from } }, orderBy: { day: "asc" } }),
    db.triad.findMany({ where: { cycle: { regionId }, sessionOn: { gte: from }, workflow: { state: { not: "cancelled" } } }, select: { id: true, sessionOn: true, workflow: { select: { title: true } } } }),
  ]);
  return rows.map(({ day, why }) => ({
    day: dayText(day), why,
    groups: triads.filter((triad) => triad.sessionOn?.getTime() === day.getTime()).map(({ id, workflow }) => ({ id, title: workflow.title })),
  }));
}
