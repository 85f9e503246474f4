import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { Refusal, withReason } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import { changeRole } from "~/workflow/parties.server";
import { dayOf } from "~/workflow/working-days";
import { act, keepReason, type Act } from "./acting.server";
import { voidCurrent } from "./versions.server";

/** The director takes their authority out of the round. What is written is kept. */
export function optOut(given: Act & { readonly reason: string }): Promise<FireResult> {
  return standAside(given, "participation.optOut");
}

/** The coordinator excuses the authority from submitting. What is written is kept. */
export function waive(given: Act & { readonly reason: string }): Promise<FireResult> {
  return standAside(given, "submission.waive");
}

function standAside(given: Act & { readonly reason: string }, event: string): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return act(given, event, {
    payload,
    write: async (tx) => {
      await voidCurrent(tx, given.selfAssessmentId);
      await keepReason(tx, given.selfAssessmentId, text);
    },
  });
}

/** Brings an authority that stood aside back into the round, with everything it had written. */
export function resume(given: Act): Promise<FireResult> {
  const id = given.selfAssessmentId;
  return act(given, "participation.resume", {
    write: async (tx) => {
      await keepReason(tx, id, "");
      const contributors = await tx.workflowParty.findMany({ where: { workflowId: id, role: "contributor", to: null }, select: { personId: true } });
      for (const { personId } of contributors) if (personId) await changeRole(tx, id, { from: "contributor", to: "author", personId });
    },
  });
}

/**
 * Gives one authority until a later day (ISO, "2026-12-11"), within the round.
 * Refused: "not-a-date", "date-not-later", "date-after-round", "hasReason".
 */
export async function grantExtension(given: Act & { readonly newDate: string; readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  const id = given.selfAssessmentId;
  const before = await db.selfAssessment.findUnique({ where: { id }, select: { dueOn: true } });
  return act(given, "extension.grant", {
    payload: { ...payload, newDate: given.newDate, oldDueOn: before?.dueOn.toISOString().slice(0, 10) ?? null },
    write: async (tx) => {
      const day = new Date(`${given.newDate}T00:00:00Z`);
      if (!/^\d{4}-\d{2}-\d{2}$/.test(given.newDate) || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== given.newDate) throw new Refusal("not-a-date");
      const { dueOn, cycle } = await tx.selfAssessment.findUniqueOrThrow({ where: { id }, select: { dueOn: true, cycle: { select: { endsOn: true } } } });
      if (day <= dueOn || given.newDate < dayOf(now())) throw new Refusal("date-not-later");
      if (day > cycle.endsOn) throw new Refusal("date-after-round");
      await tx.selfAssessment.update({ where: { id }, data: { dueOn: day }, select: { id: true } });
      await keepReason(tx, id, text);
    },
  });
}
