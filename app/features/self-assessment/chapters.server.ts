import { cycleRules } from "~/features/cycle";
import { outliersOf } from "~/features/indicator";
import { questionsOfChapter, templateContent } from "~/features/template/content";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { Refusal } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import { addParty, changeRole, endParty } from "~/workflow/parties.server";
import type { Tx } from "~/workflow/process.server";
import { act, type Act } from "./acting.server";
import { answerTo, isDone } from "./content";
import { holdsPostAt } from "./people.server";

async function chapterIn(tx: Tx, id: string, chapterId: string) {
  const { cycle, authorityId } = await tx.selfAssessment.findUniqueOrThrow({
    where: { id },
    select: { authorityId: true, cycle: { select: { rules: true, templateVersion: { select: { content: true } } } } },
  });
  const chapter = templateContent.parse(cycle.templateVersion.content).chapters.find((one) => one.id === chapterId);
  if (!chapter) throw new Refusal("no-such-chapter");
  return { chapter, authorityId, rules: cycleRules.parse(cycle.rules) };
}

/**
 * Asks somebody of the authority to write a chapter; whoever was asked before is released. The chapter
 * is open again. Refused: "no-such-chapter", "not-of-this-authority".
 */
export async function assignChapter(given: Act & { readonly chapterId: string; readonly personId: string }): Promise<FireResult> {
  const { selfAssessmentId: id, chapterId, personId } = given;
  const title = await chapterTitle(id, chapterId);
  return act(given, "chapter.assign", {
    payload: { chapter: title },
    addressees: { personIds: [personId] },
    write: async (tx) => {
      const { authorityId } = await chapterIn(tx, id, chapterId);
      if (!(await holdsPostAt(tx, personId, authorityId))) throw new Refusal("not-of-this-authority");
      const before = await tx.chapterWork.findUnique({ where: { selfAssessmentId_chapterId: { selfAssessmentId: id, chapterId } }, select: { authorId: true } });
      await tx.chapterWork.upsert({
        where: { selfAssessmentId_chapterId: { selfAssessmentId: id, chapterId } },
        create: { selfAssessmentId: id, chapterId, authorId: personId },
        update: { authorId: personId, completedAt: null },
        select: { chapterId: true },
      });
      if (before?.authorId && before.authorId !== personId) await settleAuthor(tx, id, before.authorId);
      await settleAuthor(tx, id, personId);
    },
  });
}

async function chapterTitle(id: string, chapterId: string): Promise<string> {
  const record = await db.selfAssessment.findUnique({ where: { id }, select: { cycle: { select: { templateVersion: { select: { content: true } } } } } });
  const content = record && templateContent.parse(record.cycle.templateVersion.content);
  return content?.chapters.find((one) => one.id === chapterId)?.title ?? "";
}

/** Makes somebody's role follow their chapters: author while one is open, contributor when all are complete, off the record without any. */
async function settleAuthor(tx: Tx, id: string, personId: string): Promise<void> {
  const chapters = await tx.chapterWork.findMany({ where: { selfAssessmentId: id, authorId: personId }, select: { completedAt: true } });
  const role = chapters.length === 0 ? null : chapters.some((chapter) => !chapter.completedAt) ? "author" : "contributor";
  for (const other of ["author", "contributor"]) {
    if (other === role) continue;
    if (role) await changeRole(tx, id, { from: other, to: role, personId });
    else await endParty(tx, id, { role: other, personId });
  }
  if (role) await addParty(tx, id, { role, personId });
}

/**
 * Says that a chapter is complete. Its author, or whoever prepares the whole, may; every question asked
 * in it must be answered. Refused: "no-such-chapter", "not-your-chapter", "chapter-not-finished".
 */
export async function completeChapter(given: Act & { readonly chapterId: string }): Promise<FireResult> {
  const { selfAssessmentId: id, chapterId, actor } = given;
  return act(given, "chapter.complete", {
    payload: { chapter: await chapterTitle(id, chapterId) },
    write: async (tx) => {
      const { chapter, authorityId, rules } = await chapterIn(tx, id, chapterId);
      const work = await tx.chapterWork.findUnique({ where: { selfAssessmentId_chapterId: { selfAssessmentId: id, chapterId } }, select: { authorId: true } });
      if (actor.kind !== "person" || !(work?.authorId === actor.personId || (await preparesAll(tx, id, actor.personId)))) throw new Refusal("not-your-chapter");
      const answers = await tx.answer.findMany({
        where: { selfAssessmentId: id, questionId: { in: questionsOfChapter(chapter).map((question) => question.id) } },
        select: { questionId: true, value: true, carriedForward: true },
      });
      const values = Object.fromEntries(answers.map((answer) => [answer.questionId, answer.value]));
      const asksFigures = rules.outlierRule && questionsOfChapter(chapter).some((question) => question.kind === "indicatorNarrative");
      const outliers = asksFigures ? (await outliersOf(authorityId, tx)).map((outlier) => outlier.indicatorId) : [];
      const wanting = questionsOfChapter(chapter).some((question) => {
        const answer = answers.find((one) => one.questionId === question.id);
        return !isDone(question, answer && { value: answerTo(question, values), carriedForward: answer.carriedForward }, outliers);
      });
      if (wanting) throw new Refusal("chapter-not-finished");
      await tx.chapterWork.update({
        where: { selfAssessmentId_chapterId: { selfAssessmentId: id, chapterId } },
        data: { completedAt: now() },
        select: { chapterId: true },
      });
      if (work?.authorId) await settleAuthor(tx, id, work.authorId);
    },
  });
}

async function preparesAll(tx: Tx, id: string, personId: string): Promise<boolean> {
  const moment = now();
  const party = await tx.workflowParty.findFirst({
    where: {
      workflowId: id,
      to: null,
      role: { in: ["dcs", "delegate"] },
      post: { holdings: { some: { personId, from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] } } },
    },
    select: { id: true },
  });
  return party !== null;
}
