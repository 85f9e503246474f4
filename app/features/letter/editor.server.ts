import { openConflicts } from "~/features/kept-text";
import { db } from "~/platform/db.server";
import { LETTER_KEYS, missingParts, type LetterParagraph, type Section } from "./content";
import type { FindingForLetter } from "./draft";
import { standingFindings } from "./findings.server";
import { canMove } from "./structure";
import { structureOf, wordsOf, type Words } from "./writing.server";

/** A paragraph as its editor shows it. */
export interface ParagraphToEdit extends Pick<LetterParagraph, "id" | "section"> {
  readonly words: Words;
  readonly findings: readonly FindingForLetter[];
  readonly up: boolean;
  readonly down: boolean;
}

export interface LetterToEdit {
  readonly paragraphs: readonly ParagraphToEdit[];
  /** Findings that no paragraph says. */
  readonly leftOut: readonly FindingForLetter[];
  readonly conflicts: number;
  readonly missing: readonly Section[];
}

/** The letter with its words and findings, or null before it is drafted. */
export async function letterToEdit(recordId: string): Promise<LetterToEdit | null> {
  const [structure, words, findings, conflicts] = await Promise.all([structureOf(db, recordId), wordsOf(recordId), standingFindings(db, recordId), openConflicts(recordId, { prefix: LETTER_KEYS })]);
  if (!structure) return null;
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const known = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return {
    paragraphs: structure.paragraphs.map((paragraph) => ({
      id: paragraph.id, section: paragraph.section, words: words(paragraph.id), findings: known(paragraph.findingIds),
      up: canMove(structure, paragraph.id, -1), down: canMove(structure, paragraph.id, 1),
    })),
    leftOut: known(structure.leftOut),
    conflicts: conflicts.length,
    missing: missingParts(structure.paragraphs.map(({ id, section }) => ({ section, text: words(id).text }))),
  };
}
