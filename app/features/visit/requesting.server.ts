import { childDataIn } from "~/features/child-data";
import { now } from "~/platform/clock.server";
import { dayText } from "~/platform/day-column";
import { Refusal, personOf, withReason } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { lockWorkflow } from "~/workflow/record.server";
import { rolesOn } from "~/workflow/reading.server";
import { inTransaction, undo } from "~/workflow/transaction.server";
import { dayOf } from "~/workflow/working-days";
import { act, keepReason, type Act } from "./acting.server";
import { wrongWithDays } from "./days";
import { visitRulesOf } from "./rules.server";
import { isVariant } from "./variants";

/** What an authority asks for, as the form gives it. */
export interface RequestContent {
  readonly variant: string;
  readonly theme: string;
  /** "SELF-ASSESSMENT QUESTION", or empty. */
  readonly passage: string;
  readonly themeReason: string;
  readonly wants: string;
  readonly wishedDays: readonly string[];
}

export type RequestSaved = { readonly kind: "saved" } | { readonly kind: "refused"; readonly reason: string; readonly index?: number };

/**
 * Saves the request while it is being prepared. What is not filled in yet may be missing: it is asked
 * for when the request is sent. What is filled in must be possible.
 */
export async function saveRequest(given: Pick<Act, "visitId" | "actor">, content: RequestContent): Promise<RequestSaved> {
  const roles = await rolesOn(given.visitId, given.actor);
  if (!roles.has("hostDcs") && !roles.has("delegate")) return { kind: "refused", reason: "not-your-role" };
  return inTransaction<RequestSaved>(async (tx) => {
    try {
      const workflow = await lockWorkflow(tx, given.visitId);
      if (workflow?.state !== "awaitingRequest") throw new Refusal("no-such-step");
      await writeRequest(tx, given.visitId, content);
      return { kind: "saved" };
    } catch (error) {
      if (error instanceof Refusal) return undo({ kind: "refused", reason: error.reason });
      throw error;
    }
  });
}

async function writeRequest(tx: Tx, id: string, content: RequestContent): Promise<void> {
  const visit = await tx.visit.findUniqueOrThrow({ where: { id }, select: { authorityId: true, days: true, cycle: { select: { endsOn: true, rules: true } } } });
  if (!isVariant(content.variant)) throw new Refusal("no-such-variant");
  if (!visitRulesOf(visit.cycle.rules).themes.includes(content.theme)) throw new Refusal("no-theme");
  if (content.wishedDays.length > 0) {
    const wrong = wrongWithDays(content.wishedDays, { today: dayOf(now()), endsOn: dayText(visit.cycle.endsOn), days: visit.days });
    if (wrong) throw new Refusal(wrong.reason);
  }
  const [selfAssessmentId = "", questionId = ""] = content.passage.split(" ");
  if (content.passage !== "") {
    const answer = await tx.answer.findFirst({ where: { selfAssessmentId, questionId, selfAssessment: { authorityId: visit.authorityId } }, select: { id: true } });
    if (!answer) throw new Refusal("not-your-document");
  }
  await tx.visit.update({
    where: { id },
    data: {
      variant: content.variant, theme: content.theme, themeReason: content.themeReason, wants: content.wants, wishedDays: [...content.wishedDays],
      selfAssessmentId: content.passage === "" ? null : selfAssessmentId, questionId: content.passage === "" ? null : questionId,
    },
    select: { id: true },
  });
}

/** The delegate says that the request is ready for the director. */
export function prepareRequest(given: Act): Promise<FireResult> {
  return act(given, "request.prepare");
}

/** The director asks for the visit: from now on it exists for the region's coordinator. */
export function sendRequest(given: Act): Promise<FireResult> {
  return act(given, "request.send", {
    write: async (tx, workflow) => {
      if (workflow.state !== "awaitingRequest") return;
      const visit = await tx.visit.findUniqueOrThrow({ where: { id: given.visitId }, select: { wishedDays: true, days: true, selfAssessmentId: true, themeReason: true, wants: true, cycle: { select: { endsOn: true } } } });
      if (!visit.selfAssessmentId && visit.themeReason === "") throw new Refusal("no-link-and-no-reason");
      if (visit.wants === "") throw new Refusal("no-wishes");
      // A request travels to people who need not know any child: there is nothing to tick away here.
      if (childDataIn(`${visit.wants}\n${visit.themeReason}`).length > 0) throw new Refusal("child-data-request");
      // A date that could be when it was typed may have passed since.
      const wrong = wrongWithDays(visit.wishedDays, { today: dayOf(now()), endsOn: dayText(visit.cycle.endsOn), days: visit.days });
      if (wrong) throw new Refusal(wrong.reason);
      await tx.visit.update({ where: { id: given.visitId }, data: { requestedAt: now(), requestedById: personOf(given.actor), reason: null }, select: { id: true } });
    },
  });
}

/** A draft that nobody outside has seen is thrown away. */
export function discardDraft(given: Act): Promise<FireResult> {
  return act(given, "draft.discard");
}

/** The coordinator asks for more before scoping. */
export function returnRequest(given: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return act(given, "request.return", { payload, write: (tx) => keepReason(tx, given.visitId, text) });
}

/** The coordinator says that the visit cannot be. */
export function declineRequest(given: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(given.reason);
  return act(given, "request.decline", { payload, write: (tx) => keepReason(tx, given.visitId, text) });
}
