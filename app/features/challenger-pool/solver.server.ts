import { db } from "~/platform/db.server";
import type { Tx } from "~/workflow/process.server";
import { addMonths } from "~/workflow/working-days";
import { dayDate, dayText } from "~/platform/day-column";
import { directedBy, employersOf } from "./employer.server";
import { ownDaysOf } from "./own-days.server";
import { INVITED_FROM } from "./words";

/** A challenger as app/scheduling's sessions ask for them; `name` comes along for pages. */
export interface ForSolver {
  readonly id: string;
  readonly name: string;
  readonly employer: string;
  readonly themes: readonly string[];
  readonly canLead: boolean;
  readonly maxLoad: number;
  readonly notOn: readonly string[];
  readonly conflicts: readonly string[];
  /** Authorities of which they are the director: they sit in its own session, whichever day it gets. */
  readonly sitsFor: readonly string[];
  readonly trainedUntil: string;
}

/** No authority: who is employed by none conflicts with none by employment. */
export const NO_EMPLOYER = "none";

/**
 * The pool as the solver takes it: everybody who can be invited for some day from one to another, with
 * what is left of their load, the days they cannot, and the authorities they must not challenge.
 */
export async function challengersForSolver(regionId: string, { from, to }: { readonly from: string; readonly to: string }, tx: Pick<Tx, "$queryRaw" | "challenger" | "holding" | "nomination"> = db): Promise<ForSolver[]> {
  const pool = await tx.challenger.findMany({
    where: { regionId, trainedUntil: { gte: dayDate(from) }, workflow: { state: { in: [...INVITED_FROM] } }, person: { leftAt: null } },
    orderBy: { id: "asc" },
    select: {
      id: true, personId: true, level: true, themes: true, maxLoad: true, trainedUntil: true,
      person: { select: { name: true } },
      away: { where: { toDay: { gte: dayDate(from) }, fromDay: { lte: dayDate(to) } }, select: { fromDay: true, toDay: true } },
      conflicts: { where: { endedAt: null }, select: { authorityId: true } },
      days: { where: { day: { gte: dayDate(from), lte: dayDate(to) } }, select: { day: true } },
      assignments: { where: loadAround(from, to), select: { id: true } },
    },
  });
  const people = pool.map((one) => one.personId);
  const [employers, directs, ownDays] = await Promise.all([employersOf(tx, people), directedBy(tx, people), ownDaysOf(tx, people, { from, to })]);
  return pool.flatMap((one) => {
    const left = one.maxLoad - one.assignments.length;
    if (left <= 0 || !one.trainedUntil) return [];
    const [employer, ...others] = employers.get(one.personId) ?? [];
    const away = one.away.flatMap(({ fromDay, toDay }) => daysBetween(later(dayText(fromDay), from), earlier(dayText(toDay), to)));
    return [{
      id: one.id,
      name: one.person.name,
      employer: employer?.id ?? NO_EMPLOYER,
      themes: one.themes,
      canLead: one.level === "lead",
      maxLoad: left,
      notOn: [...new Set([...away, ...one.days.map(({ day }) => dayText(day)), ...(ownDays.get(one.personId) ?? [])])].sort(),
      sitsFor: directs.get(one.personId) ?? [],
      conflicts: [...new Set([...one.conflicts.map(({ authorityId }) => authorityId), ...others.map(({ id }) => id)])].sort(),
      trainedUntil: dayText(one.trainedUntil),
    }];
  });
}

/**
 * What counts against somebody's load when they are asked for these days: six months either side. The one
 * rule for whoever proposes and whoever invites: nobody is proposed who would then be refused.
 */
export function loadAround(from: string, to: string) {
  return loadOf(addMonths(from, -6), addMonths(to, 6));
}

/** The assignments that count against somebody's load in a span of days: held, asked for, or done in it. */
export function loadOf(from: string, to: string) {
  return {
    workflow: { state: { in: ["invited", "awaitingDecision", "accepted", "completed"] } },
    OR: [{ fromDay: null }, { fromDay: { gte: dayDate(from), lte: dayDate(to) } }],
  };
}

/** Every day from one to another, both included; none when they are out of order. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = dayDate(from); dayText(day) <= to; day = new Date(day.getTime() + 86_400_000)) days.push(dayText(day));
  return days;
}

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);
