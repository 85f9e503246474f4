import { cycleRules } from "~/features/cycle";
import { templateContent } from "~/features/template/content";
import { now } from "~/platform/clock.server";
import { dayDate } from "~/platform/day-column";
import { Refusal, personOf, withReason } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import { inTransaction, undo } from "~/workflow/transaction.server";
import { addMonths, dayOf, workingDayFrom } from "~/workflow/working-days";
import { act, keepReason, type Act } from "./acting.server";
import { followUpSchema, type FollowUp } from "./follow-up";

/** The longest moderation comment, in characters. */
export const LONGEST_COMMENT = 5000;

export type CommentAdded = { readonly kind: "saved"; readonly id: string } | { readonly kind: "refused"; readonly reason: string };

/**
 * A moderator's comment on a chapter, or on the whole. It goes with the shared version, and the
 * authority reads it at once. Refused to everybody but a moderator of this document.
 */
export function addComment(given: Act & { readonly chapterId: string | null; readonly text: string }): Promise<CommentAdded> {
  const { selfAssessmentId: id, chapterId } = given;
  return inTransaction<CommentAdded>(async (tx) => {
    try {
      const personId = personOf(given.actor);
      const [workflow] = await tx.$queryRaw<{ state: string }[]>`SELECT state FROM workflow WHERE id = ${id}::uuid AND machine = 'self-assessment' FOR UPDATE`;
      const moderator = await tx.workflowParty.findFirst({ where: { workflowId: id, role: "moderator", personId, to: null }, select: { id: true } });
      if (!workflow || !moderator) throw new Refusal("not-your-role");
      if (workflow.state !== "shared") throw new Refusal("no-such-step");
      const text = given.text.trim();
      if (text === "" || text.length > LONGEST_COMMENT) throw new Refusal("not-valid");
      const { cycle } = await tx.selfAssessment.findUniqueOrThrow({ where: { id }, select: { cycle: { select: { templateVersion: { select: { content: true } } } } } });
      const known = chapterId === null || templateContent.parse(cycle.templateVersion.content).chapters.some((chapter) => chapter.id === chapterId);
      if (!known) throw new Refusal("no-such-chapter");
      const version = await tx.documentVersion.findFirst({ where: { selfAssessmentId: id, sharedAt: { not: null } }, orderBy: { version: "desc" }, select: { version: true } });
      if (!version) throw new Refusal("not-shared");
      // The same words about the same place, sent twice, are one comment.
      const said = await tx.moderationComment.findFirst({ where: { selfAssessmentId: id, version: version.version, chapterId, text, byId: personId }, select: { id: true } });
      if (said) return { kind: "saved", id: said.id };
      const comment = await tx.moderationComment.create({
        data: { selfAssessmentId: id, version: version.version, chapterId, text, byId: personId, at: now() },
        select: { id: true },
      });
      return { kind: "saved", id: comment.id };
    } catch (error) {
      if (error instanceof Refusal) return undo({ kind: "refused", reason: error.reason });
      throw error;
    }
  });
}

/** The moderator has finished. Needs at least one comment. */
export function completeModeration(given: Act): Promise<FireResult> {
  return act(given, "moderation.complete");
}

/** The challenge has been held: the six-month update falls due by the round's rule. */
export function recordChallenge(given: Act): Promise<FireResult> {
  const id = given.selfAssessmentId;
  return act(given, "challenge.record", {
    write: async (tx) => {
      const { cycle } = await tx.selfAssessment.findUniqueOrThrow({ where: { id }, select: { cycle: { select: { rules: true } } } });
      const followUpDue = dayDate(workingDayFrom(addMonths(dayOf(now()), cycleRules.parse(cycle.rules).followUpMonths)));
      await tx.selfAssessment.update({ where: { id }, data: { followUpDue }, select: { id: true } });
    },
  });
}

/** Asks for the six-month update before its day. The system does it by itself on the day. */
export function openFollowUp(given: Act): Promise<FireResult> {
  return act(given, "followUp.open");
}

/** The director's six-month update: it closes the self-assessment. */
export function submitFollowUp(given: Act & { readonly update: FollowUp }): Promise<FireResult> {
  const id = given.selfAssessmentId;
  return act(given, "followUp.submit", {
    write: async (tx) => {
      const read = followUpSchema.safeParse(given.update);
      if (!read.success) throw new Refusal("hasUpdate");
      await tx.selfAssessment.update({ where: { id }, data: { followUp: read.data }, select: { id: true } });
    },
  });
}

/** The coordinator closes it without an update, with a reason. */
export function close(given: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return act(given, "assessment.close", { payload, write: (tx) => keepReason(tx, given.selfAssessmentId, text) });
}
