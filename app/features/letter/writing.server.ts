import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";

import { rulesOf } from "~/features/challenge-record";
import { childDataIn } from "~/features/child-data";
import { keepText, settleConflict, textsOf, type Take } from "~/features/kept-text";
import { now } from "~/platform/clock.server";
import { Refusal, type Refused, writing } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";
import { aboutRecord } from "./about.server";
import { openDesk, type Desk } from "./desk.server";
import { headingKey, LETTER_KEYS, letterStructure, LONGEST_HEADING, LONGEST_PARAGRAPH, textKey, type LetterStructure } from "./content";
import { draftLetter } from "./draft";
import { standingFindings } from "./findings.server";
import { LETTER_OPEN } from "./states";
import { changed, reconciled, type StructureChange } from "./structure";

export interface ByLead {
  readonly recordId: string;
  readonly actor: Actor;
}

const desk = (tx: Tx, given: ByLead): Promise<Desk> => openDesk(tx, { ...given, roles: ["leadChallenger"], states: LETTER_OPEN });

/**
 * Drafts the letter from the findings. A letter that is there already stays as it is.
 * Refused: "not-your-role", "not-now".
 */
export function draftFromFindings(given: ByLead): Promise<{ readonly kind: "saved" } | Refused> {
  return writing(async (tx) => {
    const { personId } = await desk(tx, given);
    if (await tx.letter.findUnique({ where: { recordId: given.recordId }, select: { recordId: true } })) return { kind: "saved" };
    const [about, findings, rules] = [await aboutRecord(tx, given.recordId), await standingFindings(given.recordId, tx), await rulesOf(tx, given.recordId)];
    const { structure, words } = draftLetter(findings, { ...about, ...rules, authority: about.authority.name }, randomUUID);
    await tx.letter.create({ data: { recordId: given.recordId, ...structure, updatedBy: personId, updatedAt: now() }, select: { recordId: true } });
    for (const [id, { heading, text }] of Object.entries(words)) {
      await keepText(tx, { workflowId: given.recordId, key: headingKey(id), value: heading, baseRevision: 0, personId });
      await keepText(tx, { workflowId: given.recordId, key: textKey(id), value: text, baseRevision: 0, personId });
    }
    return { kind: "saved" };
  });
}

/** One box of the editor as it was posted, with the revision that its page showed. */
export interface BoxPosted {
  readonly paragraphId: string;
  readonly part: "heading" | "text";
  readonly value: string;
  readonly baseRevision: number;
}

export interface LetterSaved {
  readonly kind: "saved";
  readonly at: Date;
  /** The new revision of each box that was saved. */
  readonly revisions: readonly { readonly paragraphId: string; readonly part: BoxPosted["part"]; readonly revision: number }[];
  /** Boxes that somebody else saved first: what was typed is kept aside. */
  readonly conflicts: number;
  /** Boxes that are too long to keep. */
  readonly tooLong: readonly BoxPosted[];
}

/**
 * Saves what was typed, box by box, and then changes the paragraphs: a button pressed in the editor never
 * costs a word. A box of a paragraph that is gone meanwhile is kept all the same.
 * Refused: "not-your-role", "not-now", "no-letter".
 */
export function saveLetter(given: ByLead & { readonly boxes: readonly BoxPosted[]; readonly change?: StructureChange | undefined }): Promise<LetterSaved | Refused> {
  return writing(async (tx): Promise<LetterSaved> => {
    const { personId } = await desk(tx, given);
    const before = await structureOf(tx, given.recordId);
    if (!before) throw new Refusal("no-letter");
    const revisions: LetterSaved["revisions"][number][] = [];
    const tooLong = given.boxes.filter(({ part, value }) => value.length > (part === "heading" ? LONGEST_HEADING : LONGEST_PARAGRAPH));
    let conflicts = 0;
    for (const { paragraphId, part, value, baseRevision } of given.boxes.filter((box) => !tooLong.includes(box))) {
      const key = part === "heading" ? headingKey(paragraphId) : textKey(paragraphId);
      const kept = await keepText(tx, { workflowId: given.recordId, key, value, baseRevision, personId });
      if (kept.kind === "conflict") conflicts += 1;
      else revisions.push({ paragraphId, part, revision: kept.revision });
    }
    if (given.change) await changeStructure(tx, given.recordId, before, given.change, personId);
    return { kind: "saved", at: now(), revisions, conflicts, tooLong };
  });
}

async function changeStructure(tx: Tx, recordId: string, before: LetterStructure, change: StructureChange, personId: string): Promise<void> {
  const after = changed(before, change);
  // Pressed twice: it is so already.
  if (isDeepStrictEqual(after, before)) return;
  await tx.letter.update({
    where: { recordId },
    data: { paragraphs: after.paragraphs, leftOut: after.leftOut, revision: { increment: 1 }, updatedBy: personId, updatedAt: now() },
    select: { recordId: true },
  });
}

/** The letter's paragraphs as the findings now stand, or null before it is drafted. */
export async function structureOf(tx: Tx, recordId: string): Promise<LetterStructure | null> {
  const row = await tx.letter.findUnique({ where: { recordId }, select: { paragraphs: true, leftOut: true } });
  if (!row) return null;
  return reconciled(letterStructure.parse(row), (await standingFindings(recordId, tx)).map(({ id }) => id));
}

export interface Words {
  readonly heading: string;
  readonly text: string;
  readonly headingRevision: number;
  readonly textRevision: number;
  readonly by: string | null;
  /** ISO moment. */
  readonly at: string | null;
}

/** The words of every paragraph, by its id. */
export async function wordsOf(recordId: string, tx?: Tx): Promise<(paragraphId: string) => Words> {
  const texts = await textsOf(recordId, { prefix: LETTER_KEYS, ...(tx ? { tx } : {}) });
  return (paragraphId) => {
    const [heading, text] = [texts[headingKey(paragraphId)], texts[textKey(paragraphId)]];
    return {
      heading: heading?.value ?? "", headingRevision: heading?.revision ?? 0, text: text?.value ?? "", textRevision: text?.revision ?? 0,
      by: text?.by ?? null, at: text?.at ?? null,
    };
  };
}

/** Every text of the letter that stands in it, by key: what the check for data about children looks at. */
export async function standingTexts(tx: Tx, recordId: string): Promise<Readonly<Record<string, string>>> {
  const structure = await structureOf(tx, recordId);
  const words = await wordsOf(recordId, tx);
  return Object.fromEntries((structure?.paragraphs ?? []).flatMap(({ id }) => [[headingKey(id), words(id).heading] as const, [textKey(id), words(id).text] as const]).filter(([, text]) => childDataIn(text).length > 0));
}

/** Settles a conflict of two versions of one paragraph. Refused: "not-your-role", "not-now", "no-such-conflict". */
export function settleLetterConflict(given: ByLead & { readonly keptId: string; readonly take: Take; readonly baseRevision: number }) {
  return writing(async (tx) => {
    const { personId } = await desk(tx, given);
    return settleConflict(tx, { workflowId: given.recordId, keptId: given.keptId, take: given.take, baseRevision: given.baseRevision, personId });
  });
}
