import { type Act, takeStep } from "~/features/challenge-record";
import { keepText } from "~/features/kept-text";
import { checkedFile, storeFile, type StoredFile } from "~/platform/attached-file.server";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { deleteFile } from "~/platform/files.server";
import { personOf, Refusal, type Refused, writing } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { openDesk } from "./desk.server";
import { letterContent, textKey, type FrozenParagraph, type RefusalGround } from "./content";
import { quotes } from "./opinion";
import { ANSWERS_OPEN, POINTS_OPEN } from "./states";
import { structureOf, wordsOf } from "./writing.server";

/** Most points on one version: a check corrects facts, it does not write the letter again. */
export const MOST_POINTS = 60;

export interface PointToRaise {
  readonly recordId: string;
  readonly actor: Actor;
  /** Made by the page: the same press twice is one point. */
  readonly pointId: string;
  /** The version that the page showed. */
  readonly version: number;
  readonly paragraphId: string;
  readonly quote: string;
  readonly wrong: string;
  readonly right: string;
  readonly evidence: string;
  /** A file that shows it; without one, the file the point has stays. */
  readonly file?: File | null;
  /** The authority's own word that this is a matter of fact. */
  readonly isFact: boolean;
  /** The point's revision as the page showed it; 0 for a new one. */
  readonly baseRevision: number;
}

export type PointSaved = { readonly kind: "saved" } | { readonly kind: "conflict" } | Refused;

/** The newest version that was sent for checking. */
export async function sentVersion(tx: Tx, recordId: string) {
  const row = await tx.letterVersion.findFirst({ where: { recordId, kind: "sentForCheck" }, orderBy: { version: "desc" }, select: { id: true, version: true, content: true, at: true } });
  return row && { ...row, content: letterContent.parse(row.content) };
}

/**
 * Writes down one factual error, or changes it. The director and the delegate prepare points; nothing is
 * sent by it. Refused: "not-your-role", "not-now", "other-version" (the letter was sent again), "no-such-paragraph",
 * "not-a-fact", "not-quoted", "too-many-points", and as every attached file.
 */
export async function raisePoint({ file = null, ...given }: PointToRaise): Promise<PointSaved> {
  if (!file || file.name === "") return keepPoint(given, null);
  const checked = await checkedFile(file);
  if (checked.kind === "refused") return checked;
  const named = () => db.accuracyPoint.findFirst({ where: { id: given.pointId, recordId: given.recordId }, select: { fileKey: true } });
  const before = await named();
  const saved = await storeFile<PointSaved>(`accuracy/${given.recordId}`, checked, async (stored) => {
    const done = await keepPoint(given, stored);
    return { done, kept: (await named())?.fileKey === stored.storageKey };
  });
  // The file it replaces is nobody's any more.
  if (before?.fileKey && (await named())?.fileKey !== before.fileKey) await deleteFile(before.fileKey);
  return saved;
}

function keepPoint(given: Omit<PointToRaise, "file">, file: StoredFile | null): Promise<PointSaved> {
  return writing<PointSaved>(async (tx) => {
    const { personId } = await openDesk(tx, { ...given, roles: ["hostDcs", "hostDelegate"], states: POINTS_OPEN });
    if (!given.isFact) throw new Refusal("not-a-fact");
    const sent = await sentVersion(tx, given.recordId);
    if (sent?.version !== given.version) throw new Refusal("other-version");
    const paragraph = sent.content.paragraphs.find(({ id }) => id === given.paragraphId);
    if (!paragraph) throw new Refusal("no-such-paragraph");
    if (!quotes(`${paragraph.heading}\n${paragraph.text}`, given.quote)) throw new Refusal("not-quoted");
    const attached = file ? { fileName: file.name, fileType: file.type, fileSize: file.size, fileSha256: file.sha256, fileKey: file.storageKey } : {};
    const words = { quote: given.quote, wrong: given.wrong, rightText: given.right, evidence: given.evidence, ...attached };
    const before = await tx.accuracyPoint.findFirst({ where: { id: given.pointId, recordId: given.recordId } });
    if (!before) {
      const count = await tx.accuracyPoint.count({ where: { versionId: sent.id, removedAt: null } });
      if (count >= MOST_POINTS) throw new Refusal("too-many-points");
      await tx.accuracyPoint.create({
        data: { id: given.pointId, recordId: given.recordId, versionId: sent.id, paragraphId: paragraph.id, ...words, isFact: true, raisedBy: personId, raisedAt: now() },
        select: { id: true },
      });
      return { kind: "saved" };
    }
    const same = before.quote === words.quote && before.wrong === words.wrong && before.rightText === words.rightText && before.evidence === words.evidence && (file === null || before.fileSha256 === file.sha256);
    if (same && before.removedAt === null) return { kind: "saved" };
    if (before.versionId !== sent.id || before.removedAt !== null) throw new Refusal("no-such-point");
    if (before.revision !== given.baseRevision) return { kind: "conflict" };
    await tx.accuracyPoint.update({ where: { id: before.id }, data: { ...words, revision: { increment: 1 } }, select: { id: true } });
    return { kind: "saved" };
  });
}

/** Takes a point back before the points are sent. Refused: "not-your-role", "not-now", "no-such-point". */
export function removePoint(given: { readonly recordId: string; readonly actor: Actor; readonly pointId: string }): Promise<PointSaved> {
  return writing<PointSaved>(async (tx) => {
    await openDesk(tx, { ...given, roles: ["hostDcs", "hostDelegate"], states: POINTS_OPEN });
    const removed = await tx.accuracyPoint.updateMany({ where: { id: given.pointId, recordId: given.recordId, removedAt: null, submittedAt: null }, data: { removedAt: now() } });
    // Pressed twice: it is taken back already.
    if (removed.count === 0 && (await tx.accuracyPoint.count({ where: { id: given.pointId, recordId: given.recordId, removedAt: { not: null } } })) === 0) throw new Refusal("no-such-point");
    return { kind: "saved" };
  });
}

/** The director sends the points. The delegate prepares and never submits: the process itself refuses it. */
export function submitPoints(given: Act & { readonly version?: number | undefined }): Promise<FireResult> {
  return takeStep(given, "points.submit", {
    write: async (tx) => {
      const sent = await sentVersion(tx, given.recordId);
      if (!sent || (given.version !== undefined && sent.version !== given.version)) throw new Refusal("other-version");
      await tx.accuracyPoint.updateMany({ where: { versionId: sent.id, removedAt: null, submittedAt: null }, data: { submittedAt: now() } });
    },
  });
}

/** The director says that the facts are right. Points written down and not sent stay as drafts, and say so. */
export function agreeFacts(given: Act & { readonly version?: number | undefined }): Promise<FireResult> {
  return takeStep(given, "accuracy.agree", {
    write: async (tx) => {
      const sent = await sentVersion(tx, given.recordId);
      if (!sent || (given.version !== undefined && sent.version !== given.version)) throw new Refusal("other-version");
    },
  });
}

export interface AnswerToPoint {
  readonly recordId: string;
  readonly actor: Actor;
  readonly pointId: string;
  readonly answer: string;
  readonly outcome:
    | { readonly kind: "refused"; readonly ground: RefusalGround }
    /** The paragraph's new words, and the revision of the words they replace. */
    | { readonly kind: "accepted"; readonly text: string; readonly baseRevision: number };
}

/**
 * The lead challenger's answer to one point. An accepted one changes the paragraph in the same moment, and
 * keeps how it read before; refused after that, it reads so again. Refused: "not-your-role", "not-now", "no-such-point", "no-answer", "nothing-changed".
 */
export function answerPoint(given: AnswerToPoint): Promise<PointSaved> {
  return writing<PointSaved>(async (tx) => {
    const { personId } = await openDesk(tx, { ...given, roles: ["leadChallenger"], states: ANSWERS_OPEN });
    if (given.answer.trim() === "") throw new Refusal("no-answer");
    const point = await tx.accuracyPoint.findFirst({ where: { id: given.pointId, recordId: given.recordId, removedAt: null, submittedAt: { not: null } } });
    if (!point) throw new Refusal("no-such-point");
    const answered = { answer: given.answer.trim(), answeredBy: personId, answeredAt: now() };
    const words = (await wordsOf(given.recordId, tx))(point.paragraphId);
    const stands = (await structureOf(tx, given.recordId))?.paragraphs.some(({ id }) => id === point.paragraphId) ?? false;
    if (given.outcome.kind === "refused") {
      // Pressed twice: it is answered so already.
      if (point.outcome === "refused" && point.refusal === given.outcome.ground && point.answer === answered.answer) return { kind: "saved" };
      // Accepted before, perhaps in another window: the words that were put in for it go out again.
      if (stands && point.outcome === "accepted" && point.before !== null && words.text === point.after) {
        await keepText(tx, { workflowId: given.recordId, key: textKey(point.paragraphId), value: point.before, baseRevision: words.textRevision, personId });
      }
      await tx.accuracyPoint.update({ where: { id: point.id }, data: { ...answered, outcome: "refused", refusal: given.outcome.ground, before: null, after: null }, select: { id: true } });
      return { kind: "saved" };
    }
    // Answered before and accepted: the words are already changed, and only the reason is put better.
    const before = point.outcome === "accepted" && point.before !== null ? point.before : words.text;
    // Pressed twice: it is answered so already, in the same words.
    if (point.outcome === "accepted" && point.answer === answered.answer && point.after === (stands ? given.outcome.text : "") && (!stands || words.text === given.outcome.text)) return { kind: "saved" };
    if (stands && given.outcome.text.trim() === before.trim()) throw new Refusal("nothing-changed");
    if (stands) {
      const kept = await keepText(tx, { workflowId: given.recordId, key: textKey(point.paragraphId), value: given.outcome.text, baseRevision: given.outcome.baseRevision, personId });
      if (kept.kind === "conflict") return { kind: "conflict" };
    }
    await tx.accuracyPoint.update({
      where: { id: point.id },
      data: { ...answered, outcome: "accepted", refusal: null, before, after: stands ? given.outcome.text : "" },
      select: { id: true },
    });
    return { kind: "saved" };
  });
}

/** Sends the answers: every point must have one. */
export function sendAnswers(given: Act): Promise<FireResult> {
  return takeStep(given, "points.answer", { write: async () => void personOf(given.actor) });
}

/** How a paragraph reads, heading and words, for quoting from. */
export function readable({ heading, text }: Pick<FrozenParagraph, "heading" | "text">): string {
  return heading ? `${heading}\n${text}` : text;
}

/**
 * The coordinator lets the letter go on when the time for checking has passed without an answer. The
 * letter then says so: silence is never agreement. Refused: "no-reason", and by the process before the date.
 */
export function proceedWithout(given: Act & { readonly reason: string }): Promise<FireResult> {
  return takeStep(given, "accuracy.proceed", { reason: given.reason });
}
