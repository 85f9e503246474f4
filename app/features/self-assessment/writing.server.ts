import { chapterOfQuestion, questionsOf, type Question } from "~/features/template/content";
import { now } from "~/platform/clock.server";
import { Refusal } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction, undo } from "~/workflow/transaction.server";
import { act, type Act } from "./acting.server";
import { canonical, emptyAnswer, isAnswered, readAnswer, type AnswerValue } from "./answers";
import { both } from "./both";
import { mayWrite, openDesk, type Desk } from "./writable.server";

export type Saved =
  | { readonly kind: "saved"; readonly revision: number }
  /** Somebody saved first: what was typed is kept aside under `keptId`, and both are shown. */
  | { readonly kind: "conflict"; readonly keptId: string; readonly revision: number }
  | { readonly kind: "refused"; readonly reason: string };

export interface AnswerToSave {
  readonly selfAssessmentId: string;
  readonly questionId: string;
  readonly value: AnswerValue;
  /** The answer's revision on the page it was typed on; 0 when there was none, or only last round's. */
  readonly baseRevision: number;
  readonly actor: Actor;
  /** True when the person says that last round's words still hold. */
  readonly looked?: boolean;
}

/** Begins the writing. Saving the first answer does it by itself. */
export function startWriting(given: Act): Promise<FireResult> {
  return act(given, "writing.start");
}

/**
 * Saves one answer, or keeps it aside when somebody else saved first. Nothing typed is ever lost:
 * every value becomes the answer or stays in its history, in the same transaction.
 *
 * Refused, and then not kept: "not-being-written" (signed, submitted, standing aside), "not-your-role",
 * "not-your-chapter", "no-such-question", "not-valid".
 */
export async function saveAnswer(given: AnswerToSave): Promise<Saved> {
  // The first save of all first has to move the document on to "being written".
  for (let tries = 1; ; tries += 1) {
    const result = await inTransaction<Saved | { kind: "begin"; event: string }>(async (tx) => {
      try {
        const desk = await openDesk(tx, given);
        const question = questionFor(desk, given.questionId);
        const read = readAnswer(question.kind, given.value);
        if (!read.success) throw new Refusal("not-valid");
        // Only real words begin the writing: opening a chapter and leaving it again does not.
        if (desk.state !== "inProgress") return { kind: "begin", event: desk.state === "notStarted" ? "writing.start" : "draft.edit" };
        return await place(tx, { ...given, value: read.data, question, personId: desk.personId });
      } catch (error) {
        if (error instanceof Refusal) return undo({ kind: "refused", reason: error.reason });
        throw error;
      }
    });
    if (result.kind !== "begin") return result;
    const begun = await act(given, result.event);
    // Somebody else beginning at the same moment is as good.
    if (begun.kind === "refused" && (begun.reason !== "no-such-step" || tries === 3)) return begun;
  }
}

function questionFor(desk: Desk, questionId: string): Question {
  const question = questionsOf(desk.template).find((one) => one.id === questionId);
  const chapter = chapterOfQuestion(desk.template, questionId);
  if (!question || !chapter) throw new Refusal("no-such-question");
  if (!mayWrite(desk, chapter.id)) throw new Refusal("not-your-chapter");
  return question;
}

interface AnswerRow {
  readonly id: string;
  readonly revision: number;
  readonly value: unknown;
  readonly carriedForward: boolean;
}

interface Placing extends AnswerToSave {
  readonly question: Question;
  readonly personId: string;
}

async function place(tx: Tx, given: Placing): Promise<Saved> {
  const { selfAssessmentId, questionId, value, baseRevision, personId, question } = given;
  const before = await answerRow(tx, selfAssessmentId, questionId);
  if (!before && !isAnswered(value)) return { kind: "saved", revision: 0 };
  const answer = before ?? (await firstAnswer(tx, { selfAssessmentId, question }));
  const same = canonical(answer.value) === canonical(value);
  if (same) {
    if (answer.carriedForward && given.looked) await adopt(tx, answer, value, personId);
    return { kind: "saved", revision: answer.carriedForward && given.looked ? answer.revision + 1 : answer.revision };
  }
  if (answer.revision === baseRevision) {
    await adopt(tx, answer, value, personId);
    return { kind: "saved", revision: answer.revision + 1 };
  }
  // The page was older, but this box was left as it was: nothing was typed, so nothing conflicts.
  if (await wasAlready(tx, answer, baseRevision, value)) return { kind: "saved", revision: answer.revision };
  const kept = await tx.answerHistory.create({
    data: { answerId: answer.id, revision: baseRevision, value, outcome: "conflict", byId: personId, at: now() },
    select: { id: true },
  });
  return { kind: "conflict", keptId: kept.id, revision: answer.revision };
}

async function answerRow(tx: Tx, selfAssessmentId: string, questionId: string): Promise<AnswerRow | undefined> {
  const [row] = await tx.$queryRaw<AnswerRow[]>`
    SELECT id, revision, value, carried_forward AS "carriedForward" FROM answer
     WHERE self_assessment_id = ${selfAssessmentId}::uuid AND question_id = ${questionId} FOR UPDATE`;
  return row;
}

/** Makes the row of a question nobody has answered, or waits for whoever is just making it. */
async function firstAnswer(tx: Tx, { selfAssessmentId, question }: { selfAssessmentId: string; question: Question }): Promise<AnswerRow> {
  await tx.$executeRaw`
    INSERT INTO answer (self_assessment_id, question_id, value, revision, updated_at)
    VALUES (${selfAssessmentId}::uuid, ${question.id}, ${JSON.stringify(emptyAnswer(question.kind))}::jsonb, 0, ${now()})
    ON CONFLICT (self_assessment_id, question_id) DO NOTHING`;
  const row = await answerRow(tx, selfAssessmentId, question.id);
  if (!row) throw new Error("the answer just made is not there");
  return row;
}

/** Makes a value the answer, and writes it down in the history. */
async function adopt(tx: Tx, answer: AnswerRow, value: AnswerValue, personId: string): Promise<void> {
  const revision = answer.revision + 1;
  const at = now();
  // Last round's words were never in this round's history: they go in before they are replaced.
  if (answer.revision === 0 && answer.carriedForward) {
    await tx.answerHistory.create({ data: { answerId: answer.id, revision: 0, value: answer.value as AnswerValue, outcome: "saved", at } });
  }
  await tx.answer.update({ where: { id: answer.id }, data: { value, revision, updatedBy: personId, updatedAt: at, carriedForward: false }, select: { id: true } });
  await tx.answerHistory.create({ data: { answerId: answer.id, revision, value, outcome: "saved", byId: personId, at } });
}

/** Whether the value is what the answer already was at that revision. */
async function wasAlready(tx: Tx, answer: AnswerRow, revision: number, value: AnswerValue): Promise<boolean> {
  const then = await tx.answerHistory.findFirst({
    where: { answerId: answer.id, revision, outcome: "saved" },
    select: { value: true },
  });
  if (then) return canonical(then.value) === canonical(value);
  return revision === 0 && !isAnswered(value);
}

/**
 * Settles a conflict: the text kept aside, the present one, or both one after the other. Whatever is
 * not chosen stays in the history.
 */
export function resolveConflict(choice: {
  readonly selfAssessmentId: string;
  readonly keptId: string;
  readonly take: "kept" | "current" | "both";
  readonly actor: Actor;
  /** The present answer's revision as the page showed it: a still newer one is looked at first. */
  readonly baseRevision?: number;
}): Promise<Saved> {
  return inTransaction<Saved>(async (tx) => {
    try {
      const desk = await openDesk(tx, choice);
      if (desk.state !== "inProgress") throw new Refusal("not-being-written");
      const kept = await tx.answerHistory.findFirst({
        where: { id: choice.keptId, outcome: "conflict", answer: { selfAssessmentId: choice.selfAssessmentId } },
        select: { id: true, value: true, answer: { select: { questionId: true } } },
      });
      if (!kept) throw new Refusal("no-such-conflict");
      const question = questionFor(desk, kept.answer.questionId);
      const answer = await answerRow(tx, choice.selfAssessmentId, question.id);
      const mine = readAnswer(question.kind, kept.value);
      if (!answer || !mine.success) throw new Refusal("no-such-conflict");
      if (choice.baseRevision !== undefined && choice.baseRevision !== answer.revision) {
        return { kind: "conflict", keptId: kept.id, revision: answer.revision };
      }
      // Under the answer's lock: of two people settling it at once, the second finds it settled.
      const settled = await tx.answerHistory.updateMany({ where: { id: kept.id, outcome: "conflict" }, data: { outcome: "resolved" } });
      if (settled.count === 0) throw new Refusal("no-such-conflict");
      const theirs = readAnswer(question.kind, answer.value);
      const present = theirs.success ? theirs.data : emptyAnswer(question.kind);
      const value = choice.take === "kept" ? mine.data : choice.take === "both" ? both(present, mine.data) : present;
      if (!readAnswer(question.kind, value).success) throw new Refusal("too-long-together");
      if (choice.take === "current") return { kind: "saved", revision: answer.revision };
      await adopt(tx, answer, value, desk.personId);
      return { kind: "saved", revision: answer.revision + 1 };
    } catch (error) {
      if (error instanceof Refusal) return undo({ kind: "refused", reason: error.reason });
      throw error;
    }
  });
}
