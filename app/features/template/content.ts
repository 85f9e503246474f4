import { z } from "zod";

/**
 * What a template asks, chapter by chapter. Stored as JSON on a template version; the same schema
 * reads it in the browser, the routes, the seed and the tests.
 */

/** One thing to choose, tick or tag with. The id outlives a change of words, so answers keep pointing at it. */
export const item = z.object({ id: z.string().min(1).max(80), label: z.string().trim().min(1).max(300) });
export type Item = z.infer<typeof item>;

const items = z.array(item).max(60);

const asked = {
  id: z.string().min(1).max(80),
  title: z.string().trim().min(1).max(300),
  hint: z.string().trim().max(2000).default(""),
  required: z.boolean().default(true),
};

/** The most words a limit may allow. */
export const MOST_WORDS = 5000;

const words = z.number().int().min(1).max(MOST_WORDS).optional();

export const question = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("longText"), ...asked, wordLimit: words }),
  z.object({ kind: z.literal("choice"), ...asked, options: items }),
  /** Without an indicator it asks for a narrative on every outlier of the authority that answers. */
  z.object({ kind: z.literal("indicatorNarrative"), ...asked, indicatorId: z.string().min(1).optional(), wordLimit: words }),
  z.object({ kind: z.literal("strengths"), ...asked, themes: items }),
  z.object({ kind: z.literal("areasForDevelopment"), ...asked, themes: items }),
  z.object({ kind: z.literal("signaturesOfRisk"), ...asked, checklist: items }),
  z.object({ kind: z.literal("signaturesOfStrength"), ...asked, checklist: items }),
  z.object({ kind: z.literal("asks"), ...asked, themes: items }),
  z.object({ kind: z.literal("offers"), ...asked, themes: items }),
]);
export type Question = z.infer<typeof question>;
export type QuestionKind = Question["kind"];
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>;

/** Every kind of question, in the order the editor offers them. */
export const QUESTION_KINDS = [
  "longText",
  "choice",
  "indicatorNarrative",
  "strengths",
  "areasForDevelopment",
  "signaturesOfRisk",
  "signaturesOfStrength",
  "asks",
  "offers",
] as const satisfies readonly QuestionKind[];

const titled = {
  id: z.string().min(1).max(80),
  title: z.string().trim().min(1).max(300),
  guidance: z.string().trim().max(5000).default(""),
};

export const section = z.object({ ...titled, questions: z.array(question).max(100) });
export type Section = z.infer<typeof section>;

export const chapter = z.object({ ...titled, sections: z.array(section).max(50) });
export type Chapter = z.infer<typeof chapter>;

/** A whole template. Every id in it is its own: answers are kept by question, authors by chapter. */
export const templateContent = z.object({ chapters: z.array(chapter).max(50) }).superRefine((content, context) => {
  const seen = new Set<string>();
  for (const id of idsIn(content)) {
    if (seen.has(id)) context.addIssue({ code: "custom", path: ["chapters"], message: `The id "${id}" is used twice` });
    seen.add(id);
  }
});
export type TemplateContent = z.infer<typeof templateContent>;

/** A template with nothing in it yet. */
export const emptyTemplate: TemplateContent = { chapters: [] };

function idsIn(content: { readonly chapters: readonly Chapter[] }): readonly string[] {
  return content.chapters.flatMap((one) => [
    one.id,
    ...one.sections.flatMap((part) => [part.id, ...part.questions.map((asks) => asks.id)]),
  ]);
}

/** Every question of a template, in reading order. */
export function questionsOf(content: TemplateContent): readonly Question[] {
  return content.chapters.flatMap(questionsOfChapter);
}

/** Every question of one chapter, in reading order. */
export function questionsOfChapter(one: Chapter): readonly Question[] {
  return one.sections.flatMap((part) => part.questions);
}

/** The chapter that holds a question, if any does. */
export function chapterOfQuestion(content: TemplateContent, questionId: string): Chapter | undefined {
  return content.chapters.find((one) => questionsOfChapter(one).some((asks) => asks.id === questionId));
}
