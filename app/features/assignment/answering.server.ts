import { now } from "~/platform/clock.server";
import { dayText } from "~/platform/day-column";
import { withReason } from "~/workflow/acting.server";
import { system, type Actor } from "~/workflow/actor.server";
import { fireWithin, type FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { act, type Act } from "./acting.server";
import { codeOfConduct } from "./code";
import { placeLost, settlePlace } from "./settling.server";

/**
 * Accepts: the code of conduct is signed for this activity, and either there is no conflict, or it is
 * described and the coordinator decides. Refused when the person meanwhile works for an authority that
 * is challenged, or their training or their days no longer allow it.
 */
export function acceptInvitation({ conflict, signed, ...given }: Act & { readonly conflict: string; readonly signed: boolean }): Promise<FireResult> {
  const declared = conflict.trim();
  return act(given, declared === "" ? "invitation.accept" : "invitation.acceptWithConflict", {
    write: async (tx) => {
      await holdDays(tx, given.assignmentId);
      await tx.assignment.update({
        where: { id: given.assignmentId },
        data: { conflict: declared === "" ? null : declared, codeVersion: signed ? codeOfConduct.version : null, codeSignedAt: signed ? now() : null },
        select: { id: true },
      });
    },
    ...(declared === "" ? { settle: (tx) => placeTaken(tx, given.assignmentId) } : {}),
  });
}

/** Declines with a reason; the place is open again at once. */
export function declineInvitation(given: Act & { readonly reason: string }): Promise<FireResult> {
  return withKept(given, "invitation.decline");
}

/** A challenger who had accepted can no longer come. */
export function withdrawFrom(given: Act & { readonly reason: string }): Promise<FireResult> {
  return withKept(given, "assignment.withdraw");
}

/** The coordinator takes a place back; a reason may be given. */
export function releasePlace(given: Act & { readonly reason: string }): Promise<FireResult> {
  return withKept(given, "assignment.release");
}

/** The coordinator decides about a declared conflict. */
export function decideConflict({ keep, ...given }: Act & { readonly keep: boolean; readonly reason: string }): Promise<FireResult> {
  return withKept(given, keep ? "conflict.keep" : "conflict.release");
}

/** The coordinator's own word to somebody who has not answered. */
export function remindChallenger(given: Act & { readonly personId: string }): Promise<FireResult> {
  return act(given, "reminder.send", { addressees: { personIds: [given.personId] } });
}

/** Fires with a reason that is kept on the assignment, and settles the place. */
function withKept({ reason, ...given }: Act & { readonly reason: string }, event: string): Promise<FireResult> {
  const { payload, text } = withReason(reason);
  return act(given, event, {
    payload,
    write: async (tx) => {
      if (event === "conflict.keep") await holdDays(tx, given.assignmentId);
      await keep(tx, given.assignmentId, text, given.actor, event.startsWith("conflict."));
    },
    settle: (tx) => (event === "conflict.keep" ? placeTaken(tx, given.assignmentId) : placeLost(tx, given.assignmentId)),
  });
}

/** Nobody names the challenger for their own authority's session while their place is being taken: of two that meet, the second sees the first. */
async function holdDays(tx: Tx, assignmentId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM challenger WHERE id = (SELECT challenger_id FROM assignment WHERE id = ${assignmentId}::uuid) FOR UPDATE`;
}

async function keep(tx: Tx, id: string, text: string, actor: Actor, decides: boolean): Promise<void> {
  await tx.assignment.update({
    where: { id },
    data: { reason: text === "" ? null : text, ...(decides && actor.kind === "person" ? { decidedById: actor.personId, decidedAt: now() } : {}) },
    select: { id: true },
  });
}

/** The person stands on the activity, and their own director is told. */
async function placeTaken(tx: Tx, assignmentId: string): Promise<void> {
  await settlePlace(tx, assignmentId);
  const { challengerId, activityTitle, fromDay } = await tx.assignment.findUniqueOrThrow({ where: { id: assignmentId }, select: { challengerId: true, activityTitle: true, fromDay: true } });
  await fireWithin(tx, { workflowId: challengerId, event: "assignment.take", actor: system, payload: { activity: activityTitle, on: fromDay ? dayText(fromDay) : null } });
}

/**
 * The host's single objection, in the caller's transaction (from the `settle` of the visit's own step):
 * the member stands down, is told without the reason, and the place is open again. A second objection at
 * the same activity is refused ("objected-before").
 */
export async function objectToMember(tx: Tx, { assignmentId, reason }: { readonly assignmentId: string; readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(reason);
  const { activityId } = await tx.assignment.findUniqueOrThrow({ where: { id: assignmentId }, select: { activityId: true } });
  if ((await tx.assignment.count({ where: { activityId, workflow: { state: "objected" } } })) > 0) return { kind: "refused", reason: "objected-before" };
  return fireWithin(tx, {
    workflowId: assignmentId,
    event: "member.object",
    // The visit's own step said who may: nobody else can object to a member.
    actor: system,
    payload,
    write: (inner) => keep(inner, assignmentId, text, system, false),
    settle: (inner) => settlePlace(inner, assignmentId),
  });
}
