import { db } from "~/platform/db.server";
import type { Actor } from "~/workflow/actor.server";
import { fire, type FireResult } from "~/workflow/fire.server";

import type { Press } from "./acts";
import { cancelRoundDates, setRoundDates } from "./calendar.server";
import { asDates, datesOf, midnight } from "./creating.server";
import { statesThatAre } from "./progress";
import { DATE_FIELDS, type CycleDates } from "./rules";
import type { CycleEventName } from "./words";

/** Stops taking self-assessments. Refused until at least one is in. */
export function closeSubmissions(cycleId: string, actor: Actor, press: Press = {}): Promise<FireResult> {
  return plain(cycleId, "submissions.close", actor, press);
}

/** Takes self-assessments again, with a reason. */
export function reopenSubmissions(cycleId: string, reason: string, actor: Actor, press: Press = {}): Promise<FireResult> {
  return plain(cycleId, "submissions.reopen", actor, press, reason);
}

export function beginChallenge(cycleId: string, actor: Actor, press: Press = {}): Promise<FireResult> {
  return plain(cycleId, "challenge.begin", actor, press);
}

export function beginSynthesis(cycleId: string, actor: Actor, press: Press = {}): Promise<FireResult> {
  return plain(cycleId, "synthesis.begin", actor, press);
}

/** Marks the round as decided: the coordinator's act or the regional chair's. */
export function recordDecisions(cycleId: string, actor: Actor, press: Press = {}): Promise<FireResult> {
  return plain(cycleId, "decisions.record", actor, press);
}

/** Closes the round for good. Refused while a self-assessment is neither in nor excused. */
export function closeRound(cycleId: string, actor: Actor, press: Press = {}): Promise<FireResult> {
  return plain(cycleId, "round.close", actor, press);
}

/** Cancels the round, with a reason once it has opened; what has not been challenged is withdrawn with it. */
export function cancelRound(cycleId: string, reason: string, actor: Actor, press: Press = {}): Promise<FireResult> {
  return fire({ workflowId: cycleId, event: "round.cancel", actor, ...press, payload: { reason }, write: (tx) => cancelRoundDates(tx, cycleId) });
}

/**
 * Moves the dates of a round under way, with a reason. Self-assessments still awaited that have the
 * round's own date move with it; a later date given by an extension stays, an earlier one is lifted.
 */
export async function moveDates(cycleId: string, change: { readonly dates: CycleDates; readonly reason: string }, actor: Actor, press: Press = {}): Promise<FireResult> {
  const before = await db.cycle.findUnique({ where: { id: cycleId } });
  if (!before) return { kind: "refused", reason: "no-such-round" };
  const same = datesOf(before);
  if (!press.requestKey && DATE_FIELDS.every((field) => same[field] === change.dates[field])) return { kind: "refused", reason: "dates-unchanged" };
  return fire({
    workflowId: cycleId,
    event: "dates.move",
    actor,
    ...press,
    payload: { reason: change.reason, oldDueOn: same.submissionsDueOn },
    write: async (tx) => {
      const old = await tx.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { submissionsDueOn: true } });
      await tx.cycle.update({ where: { id: cycleId }, data: asDates(change.dates) });
      const due = midnight(change.dates.submissionsDueOn);
      await tx.selfAssessment.updateMany({
        where: { cycleId, OR: [{ dueOn: old.submissionsDueOn }, { dueOn: { lt: due } }], workflow: { state: { in: statesThatAre("outstanding") } } },
        data: { dueOn: due },
      });
      await setRoundDates(tx, cycleId);
    },
  });
}

function plain(cycleId: string, event: CycleEventName, actor: Actor, press: Press, reason?: string): Promise<FireResult> {
  return fire({ workflowId: cycleId, event, actor, ...press, ...(reason === undefined ? {} : { payload: { reason } }) });
}
