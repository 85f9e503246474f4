import { openConflicts, textsOf } from "~/features/kept-text";
import { db } from "~/platform/db.server";
import { LETTER_KEYS, missingParts, type LetterParagraph, type Section } from "./content";
import type { FindingForLetter } from "./draft";
import { standingFindings } from "./findings.server";
import { neighbourOf } from "./structure";
import { structureOf, wordsOf, type Words } from "./writing.server";

/** A paragraph as its editor shows it. */
export interface ParagraphToEdit extends Pick<LetterParagraph, "id" | "section"> {
  readonly words: Words;
  readonly findings: readonly FindingForLetter[];
  /** The paragraphs it would move past, where it can move. */
  readonly up: string | null;
  readonly down: string | null;
}

export interface LetterToEdit {
  readonly paragraphs: readonly ParagraphToEdit[];
  /** Paragraphs that were taken out, with what they said. */
  readonly takenOut: readonly { readonly id: string; readonly words: Words }[];
  /** Findings that no paragraph says. */
  readonly leftOut: readonly FindingForLetter[];
  readonly conflicts: number;
  readonly missing: readonly Section[];
}

/** The letter with its words and findings, or null before it is drafted. */
export async function letterToEdit(recordId: string): Promise<LetterToEdit | null> {
  const [structure, words, texts, findings, conflicts] = await Promise.all([structureOf(db, recordId), wordsOf(recordId), textsOf(recordId, { prefix: LETTER_KEYS }), standingFindings(recordId), openConflicts(recordId, { prefix: LETTER_KEYS })]);
  if (!structure) return null;
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const known = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const said = Object.entries(texts).filter(([, text]) => text.value.trim() !== "").map(([key]) => key.slice(LETTER_KEYS.length).replace(/\.heading$/, ""));
  return {
    takenOut: [...new Set(said)].filter((id) => !structure.paragraphs.some((one) => one.id === id)).map((id) => ({ id, words: words(id) })),
    paragraphs: structure.paragraphs.map((paragraph) => ({
      id: paragraph.id, section: paragraph.section, words: words(paragraph.id), findings: known(paragraph.findingIds),
      up: neighbourOf(structure, paragraph.id, "up"), down: neighbourOf(structure, paragraph.id, "down"),
    })),
    leftOut: known(structure.leftOut),
    conflicts: conflicts.length,
    missing: missingParts(structure.paragraphs.map(({ id, section }) => ({ section, text: words(id).text }))),
  };
}
