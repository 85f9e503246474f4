import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { act, orRefusal, personOf, Refusal, withReason, type Acting } from "~/workflow/acting.server";
import { fireWithin, type FireResult } from "~/workflow/fire.server";
import { addParty, endParty } from "~/workflow/parties.server";
import type { Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { inTransaction } from "~/workflow/transaction.server";
import type { OutcomeKind } from "./words";

/** What every verb takes. */
export interface Act extends Acting {
  readonly validationId: string;
}

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** A reader asks something before the event. */
export function askQuestion({ text, ...given }: Act & { readonly text: string }): Promise<FireResult> {
  const { validationId } = given;
  return act(validationId, given, "question.ask", {
    payload: { hasText: text.trim() !== "" },
    write: async (tx) => {
      await tx.validationQuestion.create({ data: { validationId, text: text.trim(), askedById: personOf(given.actor), askedAt: now() }, select: { id: true } });
      await awaitAnswers(tx, validationId);
    },
  });
}

/** The authority answers a question. Refused when somebody has: "already-answered". */
export function answerQuestion({ questionId, text, ...given }: Act & { readonly questionId: string; readonly text: string }): Promise<FireResult> {
  const { validationId } = given;
  return act(validationId, given, "question.answer", {
    payload: { hasText: text.trim() !== "" },
    write: async (tx) => {
      const question = await tx.validationQuestion.findFirst({ where: { id: questionId, validationId }, select: { answeredAt: true } });
      if (!question) throw new Refusal("no-such-question");
      if (question.answeredAt) throw new Refusal("already-answered");
      if (text.trim() === "") return;
      await tx.validationQuestion.update({ where: { id: questionId }, data: { answer: text.trim(), answeredById: personOf(given.actor), answeredAt: now() }, select: { id: true } });
      await awaitAnswers(tx, validationId);
    },
  });
}

/** A question without an answer waits for the director and the delegate of the report's authority; once all have one, for nobody. */
async function awaitAnswers(tx: Tx, validationId: string): Promise<void> {
  const open = await tx.validationQuestion.count({ where: { validationId, answeredAt: null } });
  const posts = await tx.workflowParty.findMany({ where: { workflowId: validationId, role: { in: ["hostDcs", "hostDelegate"] }, to: null }, select: { postId: true } });
  for (const { postId } of posts) if (postId) await (open > 0 ? addParty : endParty)(tx, validationId, { role: "questioned", postId });
}

/** The lead reader agrees the report for its readers. */
export function agreeReport(given: Act): Promise<FireResult> {
  return act(given.validationId, given, "outcome.agree", { write: async (tx) => void (await tx.validation.update({ where: { id: given.validationId }, data: { outcome: "agreed" }, select: { id: true } })) });
}

const asks = { query: "outcome.query", needsEvidence: "outcome.needEvidence" } as const satisfies Partial<Record<OutcomeKind, string>>;

/** The lead reader asks something of the authority: a query, or evidence. The window to reply opens. */
export function queryReport({ kind, text, ...given }: Act & { readonly kind: keyof typeof asks; readonly text: string }): Promise<FireResult> {
  const { payload, text: asked } = withReason(text);
  return act(given.validationId, given, asks[kind], {
    payload,
    write: async (tx) => {
      const { scrutiny } = await tx.validation.findUniqueOrThrow({ where: { id: given.validationId }, select: { scrutiny: { select: { replyDays: true } } } });
      await tx.validation.update({ where: { id: given.validationId }, data: { outcome: kind, outcomeText: asked, replyBy: asDate(addWorkingDays(dayOf(now()), scrutiny.replyDays)) }, select: { id: true } });
    },
  });
}

/** The authority's director replies. */
export function giveReply({ text, ...given }: Act & { readonly text: string }): Promise<FireResult> {
  return act(given.validationId, given, "reply.give", {
    payload: { hasText: text.trim() !== "" },
    write: async (tx) => void (await tx.validation.update({ where: { id: given.validationId }, data: { reply: text.trim() }, select: { id: true } })),
  });
}

/** The lead reader finds that the reply settles it. */
export function acceptReply(given: Act): Promise<FireResult> {
  return act(given.validationId, given, "reply.accept");
}

/** The lead reader holds to the query, with a reason. */
export function disputeReply(given: Act & { readonly text: string }): Promise<FireResult> {
  return closingWith(given, "reply.dispute");
}

/** The coordinator takes the report out of the event, with a reason. */
export function withdrawReport(given: Act & { readonly text: string }): Promise<FireResult> {
  return closingWith(given, "report.withdraw");
}

function closingWith({ text, ...given }: Act & { readonly text: string }, event: string): Promise<FireResult> {
  const { payload, text: reason } = withReason(text);
  return act(given.validationId, given, event, { payload, write: async (tx) => void (await tx.validation.update({ where: { id: given.validationId }, data: { closing: reason }, select: { id: true } })) });
}

/** A later last day to reply. */
export function extendWindow(given: Act & { readonly day: string }): Promise<FireResult> {
  return withWindow(given, "window.extend");
}

/** The window closed without a reply, and opens again. */
export function reopenWindow(given: Act & { readonly day: string }): Promise<FireResult> {
  return withWindow(given, "window.reopen");
}

function withWindow({ day, ...given }: Act & { readonly day: string }, event: string): Promise<FireResult> {
  return act(given.validationId, given, event, { write: async (tx) => void (await tx.validation.update({ where: { id: given.validationId }, data: { replyBy: asDate(day) }, select: { id: true } })) });
}

/** Publishes the outcome of one report to those who may read it. */
export function publishOutcome(given: Act): Promise<FireResult> {
  return act(given.validationId, given, "outcome.publish");
}

/** Publishes every outcome of an event that is ready, all or none. The same press again publishes nothing more. */
export async function publishOutcomes({ scrutinyId, actor }: { readonly scrutinyId: string; readonly actor: Acting["actor"] }): Promise<{ readonly kind: "published"; readonly count: number } | { readonly kind: "refused"; readonly reason: string }> {
  const ready = await db.validation.findMany({ where: { scrutinyId, workflow: { state: { in: ["agreed", "disputed", "unanswered"] } } }, select: { id: true }, orderBy: { id: "asc" } });
  return orRefusal(() => inTransaction(async (tx) => {
    let count = 0;
    for (const { id } of ready) {
      const result = await fireWithin(tx, { workflowId: id, event: "outcome.publish", actor });
      // Somebody published it meanwhile: it is as was wanted.
      if (result.kind === "refused" && result.reason !== "no-such-step") throw new Refusal(result.reason);
      if (result.kind === "moved") count += 1;
    }
    return { kind: "published" as const, count };
  }));
}
