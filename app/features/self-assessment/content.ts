import { z } from "zod";

import { questionsOf, templateContent, type Question, type TemplateContent } from "~/features/template/content";
import { answerSchemas, emptyAnswer, isAnswered, readAnswer, wordsOf, type AnswerValue } from "./answers";

const anyAnswer = z.union([
  answerSchemas.longText,
  answerSchemas.choice,
  answerSchemas.indicatorNarrative,
  answerSchemas.strengths,
  answerSchemas.signaturesOfRisk,
]);

/** A figure as it stood when the document was signed: values in the indicator's own unit, null where none was published. */
export const figureSchema = z.object({
  indicatorId: z.string(),
  label: z.string(),
  unit: z.string(),
  period: z.string(),
  authority: z.number().nullable(),
  england: z.number().nullable(),
  region: z.number().nullable(),
  neighbours: z.number().nullable(),
  /** "top" or "bottom" fifth among all authorities; null when neither. */
  outlier: z.enum(["top", "bottom"]).nullable(),
});
export type Figure = z.output<typeof figureSchema>;

/** A whole document as signed: everything needed to read it again in ten years, in one value. */
export const documentContent = z.object({
  authority: z.object({ id: z.string(), name: z.string() }),
  region: z.string(),
  round: z.string(),
  template: templateContent,
  answers: z.record(z.string(), anyAnswer),
  /** Names of those who wrote each chapter, by chapter. */
  writtenBy: z.record(z.string(), z.string()),
  evidence: z.array(z.object({ id: z.string(), name: z.string(), type: z.string(), size: z.number(), sha256: z.string() })),
  figures: z.array(figureSchema),
  signedBy: z.string(),
  /** ISO instant. */
  signedAt: z.string(),
});
export type DocumentContent = z.output<typeof documentContent>;

/** The answer to a question, or an empty one; what no longer fits the question's kind counts as empty. */
export function answerTo(question: Question, answers: Readonly<Record<string, unknown>>): AnswerValue {
  const read = readAnswer(question.kind, answers[question.id]);
  return read.success ? read.data : emptyAnswer(question.kind);
}

/** The most words this question allows in one text, or null. */
export function wordLimitOf(question: Question): number | null {
  return "wordLimit" in question ? (question.wordLimit ?? null) : null;
}

/** What stands between an answer and being done, or null. */
export type Wanting = "missing" | "carriedForward" | "tooLong";

/**
 * What is still wanted of an answer. Last round's words count only once somebody has looked at them,
 * and a text over its limit must be shortened first; it is kept all the same.
 */
export function wantingIn(question: Question, answer: { readonly value: AnswerValue; readonly carriedForward: boolean } | undefined): Wanting | null {
  const value = answer?.value ?? emptyAnswer(question.kind);
  const limit = wordLimitOf(question);
  if (limit !== null && wordsOf(value) > limit) return "tooLong";
  // A narrative of particular indicators is asked for by the outlier rule, which knows the figures.
  if (question.kind === "indicatorNarrative" && !question.indicatorId) return answer?.carriedForward && isAnswered(value) ? "carriedForward" : null;
  if (question.required && !isAnswered(value)) return "missing";
  return answer?.carriedForward && isAnswered(value) ? "carriedForward" : null;
}

/**
 * Whether nothing is wanted of an answer any more.
 * @param outliers indicator ids that must be explained; none where the round does not ask for it
 */
export function isDone(question: Question, answer: { readonly value: AnswerValue; readonly carriedForward: boolean } | undefined, outliers: readonly string[]): boolean {
  if (wantingIn(question, answer) !== null) return false;
  if (question.kind !== "indicatorNarrative") return true;
  const said = answer && "narratives" in answer.value ? answer.value.narratives : {};
  return outliers.filter((id) => question.indicatorId === undefined || question.indicatorId === id).every((id) => (said[id] ?? "").trim() !== "");
}

/** The names of what an answer refers to by id: options, themes, signatures and, when given, indicators. */
export function namesIn(question: Question, indicators: Readonly<Record<string, string>> = {}): (id: string) => string {
  const items = "options" in question ? question.options : "themes" in question ? question.themes : "checklist" in question ? question.checklist : [];
  const known = new Map(items.map((one) => [one.id, one.label]));
  return (id) => known.get(id) ?? indicators[id] ?? id;
}

/**
 * The outliers that this template asks about and that nobody has explained yet.
 * @param outliers indicator ids in the top or bottom fifth among all authorities
 */
export function unexplained(template: TemplateContent, answers: Readonly<Record<string, unknown>>, outliers: readonly string[]): readonly string[] {
  const asking = questionsOf(template).filter((question) => question.kind === "indicatorNarrative");
  return outliers.filter((indicator) => {
    const about = asking.filter((question) => question.indicatorId === undefined || question.indicatorId === indicator);
    if (about.length === 0) return false;
    return !about.some((question) => {
      const value = answerTo(question, answers);
      return "narratives" in value && (value.narratives[indicator] ?? "").trim() !== "";
    });
  });
}
