import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { Refusal, personOf } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import type { FireResult } from "~/workflow/fire.server";
import { rolesOn } from "~/workflow/reading.server";
import { lockWorkflow } from "~/workflow/record.server";
import { inTransaction, undo } from "~/workflow/transaction.server";
import { act, type Act } from "./acting.server";
import { fitted, timetable, usualTimetable, type Slot, type Timetable } from "./timetable";

/** States in which the timetable can be worked on, and the roles that may. */
const WORKED_ON: readonly string[] = ["awaitingArrangements", "awaitingPositionStatement", "awaitingVisit", "onSite"];
export const TIMETABLERS: readonly string[] = ["hostDcs", "delegate", "hostOrganiser", "leadChallenger", "coordinator"];

export interface TimetablePage {
  readonly content: Timetable;
  /** 0 while nobody has saved one: what is shown is then a usual one to begin from. */
  readonly revision: number;
  /** The newest that was sent out, and the one before it. */
  readonly shared: { readonly version: number; readonly content: Timetable; readonly at: Date } | null;
  readonly before: Timetable | null;
  /** True when what is worked on is not what was sent out. */
  readonly unsent: boolean;
}

/** The timetable as it is worked on, and as it was sent out. */
export async function timetableOf(visit: { readonly id: string; readonly days: number; readonly venue: string }): Promise<TimetablePage> {
  const [draft, shared] = await Promise.all([
    db.visitTimetable.findUnique({ where: { visitId: visit.id }, select: { content: true, revision: true } }),
    db.visitTimetableShared.findMany({ where: { visitId: visit.id }, orderBy: { version: "desc" }, take: 2, select: { version: true, content: true, at: true } }),
  ]);
  const [newest, older] = shared;
  const content = draft ? fitted(timetable.parse(draft.content), visit.days) : usualTimetable(visit.days, visit.venue);
  return {
    content,
    revision: draft?.revision ?? 0,
    shared: newest ? { version: newest.version, at: newest.at, content: timetable.parse(newest.content) } : null,
    before: older ? timetable.parse(older.content) : null,
    unsent: !newest || JSON.stringify(content) !== JSON.stringify(fitted(timetable.parse(newest.content), visit.days)),
  };
}

export type DaySaved = { readonly kind: "saved"; readonly revision: number } | { readonly kind: "conflict" } | { readonly kind: "refused"; readonly reason: string };

/**
 * Saves one day of the timetable, on the revision that the page showed: somebody else having saved first
 * is a conflict, and nothing is overwritten. Nobody is told until it is sent out.
 */
export async function saveDay(given: { readonly visitId: string; readonly actor: Actor; readonly day: number; readonly slots: readonly Slot[]; readonly baseRevision: number }): Promise<DaySaved> {
  const roles = await rolesOn(given.visitId, given.actor);
  if (!TIMETABLERS.some((role) => roles.has(role))) return { kind: "refused", reason: "not-your-role" };
  return inTransaction<DaySaved>(async (tx) => {
    try {
      const workflow = await lockWorkflow(tx, given.visitId);
      if (!workflow || !WORKED_ON.includes(workflow.state)) throw new Refusal("no-such-step");
      const visit = await tx.visit.findUniqueOrThrow({ where: { id: given.visitId }, select: { days: true, venue: true, timetable: true } });
      if (given.day < 1 || given.day > visit.days) throw new Refusal("no-such-day");
      const revision = visit.timetable?.revision ?? 0;
      if (revision !== given.baseRevision) return undo({ kind: "conflict" });
      const present = visit.timetable ? fitted(timetable.parse(visit.timetable.content), visit.days) : usualTimetable(visit.days, visit.venue);
      const content = timetable.parse({ days: present.days.map((one, index) => (index === given.day - 1 ? { slots: given.slots } : one)) });
      const row = { content, revision: revision + 1, updatedById: personOf(given.actor), updatedAt: now() };
      await tx.visitTimetable.upsert({ where: { visitId: given.visitId }, create: { visitId: given.visitId, ...row }, update: row, select: { visitId: true } });
      return { kind: "saved", revision: revision + 1 };
    } catch (error) {
      if (error instanceof Refusal) return undo({ kind: "refused", reason: error.reason });
      throw error;
    }
  });
}

/** Sends the timetable out: everybody is told, and what is different is marked. */
export function shareTimetable(given: Act): Promise<FireResult> {
  return act(given, "timetable.share", {
    write: async (tx, workflow) => {
      if (!WORKED_ON.includes(workflow.state)) return;
      const visit = await tx.visit.findUniqueOrThrow({
        where: { id: given.visitId },
        select: { days: true, venue: true, timetable: { select: { content: true } }, timetables: { select: { version: true }, orderBy: { version: "desc" }, take: 1 } },
      });
      const content = visit.timetable ? fitted(timetable.parse(visit.timetable.content), visit.days) : usualTimetable(visit.days, visit.venue);
      const by = personOf(given.actor);
      if (!visit.timetable) await tx.visitTimetable.create({ data: { visitId: given.visitId, content, updatedById: by, updatedAt: now() }, select: { visitId: true } });
      await tx.visitTimetableShared.create({ data: { visitId: given.visitId, version: (visit.timetables[0]?.version ?? 0) + 1, content, byId: by, at: now() }, select: { visitId: true } });
    },
  });
}
