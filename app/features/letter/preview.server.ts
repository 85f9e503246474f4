import { childDataIn, uncheckedOf, type Hit } from "~/features/child-data";
import { openConflicts } from "~/features/kept-text";
import { db } from "~/platform/db.server";
import { changesBetween, titleOf, type ParagraphChange } from "./changes";
import { LETTER_KEYS, letterContent, missingParts, type Section } from "./content";
import type { FrozenLetter } from "./document";
import { letterNow } from "./freezing.server";
import { standingTexts } from "./writing.server";

/** A text of the letter in which something may identify a child. */
export interface TextToCheck {
  readonly key: string;
  /** Which paragraph it is of. */
  readonly title: string;
  readonly text: string;
  readonly hits: readonly Hit[];
}

export interface LetterPreview {
  readonly letter: FrozenLetter;
  /** What changed since the version before, or null when this is the first. */
  readonly changes: readonly ParagraphChange[] | null;
  readonly since: number | null;
  readonly missing: readonly Section[];
  readonly conflicts: number;
  readonly toCheck: readonly TextToCheck[];
}

/** The letter as it would be frozen now, with what stands in the way; null before it is drafted. */
export async function previewOf(recordId: string, kind: FrozenLetter["kind"]): Promise<LetterPreview | null> {
  const [content, before, conflicts, texts] = await Promise.all([
    letterNow(db, recordId),
    db.letterVersion.findFirst({ where: { recordId }, orderBy: { version: "desc" }, select: { version: true, content: true } }),
    openConflicts(recordId, { prefix: LETTER_KEYS }),
    standingTexts(db, recordId),
  ]);
  if (!content) return null;
  const unchecked = await uncheckedOf(recordId, texts);
  return {
    letter: { version: (before?.version ?? 0) + 1, kind, content, sha256: null },
    changes: before ? changesBetween(letterContent.parse(before.content).paragraphs, content.paragraphs) : null,
    since: before?.version ?? null,
    missing: missingParts(content.paragraphs),
    conflicts: conflicts.length,
    toCheck: Object.entries(unchecked).map(([key]) => {
      const paragraph = content.paragraphs.find(({ id }) => key.includes(id));
      const text = texts[key] ?? "";
      return { key, text, title: paragraph ? titleOf(paragraph) : "A paragraph", hits: childDataIn(text) };
    }),
  };
}
