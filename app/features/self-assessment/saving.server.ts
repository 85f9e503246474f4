import type { Question } from "~/features/template/content";
import { now } from "~/platform/clock.server";
import { counted } from "~/ui/dates";
import { valueOf, type FormValues } from "~/ui/form-state";
import type { Actor } from "~/workflow/actor.server";
import { wordsOf } from "./answers";
import { wordLimitOf } from "./content";
import { answerPosted, answerTooLong, boxesOf, fieldOf, revisionPosted } from "./forms";
import { refusalWords } from "./words";
import { saveAnswer } from "./writing.server";
import { countWords } from "~/ui/count-words";

/** How a chapter's form was saved, answer by answer. */
export interface ChapterSaved {
  readonly at: Date;
  /** The new revisions, as the form's hidden fields. */
  readonly fields: Readonly<Record<string, string>>;
  readonly conflicts: number;
  /** What to mend, though what was typed is kept: a text over its limit. */
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  /** True when an answer could not be kept at all. */
  readonly rejected: boolean;
  /** Why nothing can be saved now, as a sentence. */
  readonly refused: string | null;
}

/**
 * Saves every answer that the form had a box for. Each stands by itself: one that conflicts or is too
 * long does not hold up the others.
 */
export async function saveChapter({ actor, selfAssessmentId, questions, values }: {
  readonly actor: Actor;
  readonly selfAssessmentId: string;
  readonly questions: readonly Question[];
  readonly values: FormValues;
}): Promise<ChapterSaved> {
  const fields: Record<string, string> = {};
  const errors: { field: string; message: string }[] = [];
  let conflicts = 0;
  let rejected = false;
  for (const question of questions) {
    const value = answerPosted(question, values);
    if (!value) continue;
    const tooLong = answerTooLong(question, value);
    if (tooLong) {
      errors.push(tooLong);
      rejected = true;
      continue;
    }
    const looked = valueOf({ values, errors: {} }, fieldOf.looked(question.id)) === "yes";
    const saved = await saveAnswer({ selfAssessmentId, questionId: question.id, value, baseRevision: revisionPosted(question.id, values), actor, looked });
    if (saved.kind === "refused") return { at: now(), fields, conflicts, errors, rejected, refused: refusalWords(saved.reason === "not-your-role" ? "not-being-written" : saved.reason) };
    if (saved.kind === "conflict") conflicts += 1;
    else fields[fieldOf.revision(question.id)] = String(saved.revision);
    const limit = wordLimitOf(question);
    const over = limit === null ? 0 : wordsOf(value) - limit;
    if (limit !== null && over > 0) {
      const field = Object.entries(boxesOf(question, value)).find(([, text]) => typeof text === "string" && countWords(text) > limit)?.[0] ?? fieldOf.text(question.id);
      errors.push({ field, message: `Shorten “${question.title}” by ${counted(over, "word")}. What you wrote is kept as it is` });
    }
  }
  return { at: now(), fields, conflicts, errors, rejected, refused: null };
}
