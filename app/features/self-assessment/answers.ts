import { z } from "zod";

import { canonical } from "~/features/document/canonical";
import { countWords } from "~/ui/count-words";

export { canonical };

/** Characters that no answer may exceed, whatever its word limit: a guard against pasting a whole library. */
export const LONGEST_TEXT = 60_000;
/** Most items (strengths, asks) in one answer. */
export const MOST_ITEMS = 40;

const text = z.string().max(LONGEST_TEXT, "Your answer is too long to keep. Attach it as evidence instead");
const line = z.string().max(300, "Use 300 characters or fewer");

const item = z.object({ title: line, text, theme: line });

/** One strength, area for development, ask or offer: a separate record with its theme. */
export type Item = z.output<typeof item>;

/** What an answer to each kind of question holds. The kinds are those of app/features/template/content.ts. */
export const answerSchemas = {
  longText: z.object({ text }),
  choice: z.object({ option: line, note: text }),
  indicatorNarrative: z.object({ narratives: z.record(z.string().max(100), text) }),
  strengths: z.object({ items: z.array(item).max(MOST_ITEMS) }),
  areasForDevelopment: z.object({ items: z.array(item).max(MOST_ITEMS) }),
  signaturesOfRisk: z.object({ ticked: z.array(line).max(MOST_ITEMS), note: text }),
  signaturesOfStrength: z.object({ ticked: z.array(line).max(MOST_ITEMS), note: text }),
  asks: z.object({ items: z.array(item).max(MOST_ITEMS) }),
  offers: z.object({ items: z.array(item).max(MOST_ITEMS) }),
} as const;

export type AnswerKind = keyof typeof answerSchemas;

export type LongText = z.output<typeof answerSchemas.longText>;
export type ChoiceAnswer = z.output<typeof answerSchemas.choice>;
export type Narratives = z.output<typeof answerSchemas.indicatorNarrative>;
export type Items = z.output<typeof answerSchemas.strengths>;
export type Ticked = z.output<typeof answerSchemas.signaturesOfRisk>;

/** An answer as it is stored in `answer.value`. */
export type AnswerValue = LongText | ChoiceAnswer | Narratives | Items | Ticked;

/**
 * Reads a stored or posted value as an answer to that kind of question.
 * @returns the value, or the issues when it is not one
 */
export function readAnswer(kind: AnswerKind, value: unknown): z.ZodSafeParseResult<AnswerValue> {
  return answerSchemas[kind].safeParse(value);
}

/** The answer of somebody who has typed nothing. */
export function emptyAnswer(kind: AnswerKind): AnswerValue {
  switch (kind) {
    case "longText":
      return { text: "" };
    case "choice":
      return { option: "", note: "" };
    case "indicatorNarrative":
      return { narratives: {} };
    case "signaturesOfRisk":
    case "signaturesOfStrength":
      return { ticked: [], note: "" };
    default:
      return { items: [] };
  }
}

const filled = (words: string) => words.trim() !== "";

/** An item with nothing in it is a blank row of the form, not an answer. */
export const itemIsBlank = ({ title, text: words, theme }: Item) => !filled(title) && !filled(words) && !filled(theme);

/** Whether a required question counts as answered. A checklist may rightly have no tick: its note, or a tick, answers it. */
export function isAnswered(value: AnswerValue): boolean {
  if ("text" in value) return filled(value.text);
  if ("option" in value) return filled(value.option);
  if ("narratives" in value) return Object.values(value.narratives).some(filled);
  if ("items" in value) return value.items.some(({ title, text: words }) => filled(title) || filled(words));
  return value.ticked.length > 0 || filled(value.note);
}

/** Words of the longest single text, the figure that a word limit is about. */
export function wordsOf(value: AnswerValue): number {
  if ("text" in value) return countWords(value.text);
  if ("option" in value) return countWords(value.note);
  if ("narratives" in value) return Math.max(0, ...Object.values(value.narratives).map(countWords));
  if ("items" in value) return Math.max(0, ...value.items.map(({ text: words }) => countWords(words)));
  return countWords(value.note);
}

/** How to say identifiers in an answer (options, indicators, signatures) as people read them. */
export interface AnswerNames {
  readonly nameOf: (id: string) => string;
}

/** The answer as plain text, one thing a line: for differences between versions and for comparing two sides of a conflict. */
export function answerText(value: AnswerValue, { nameOf }: AnswerNames = { nameOf: (id) => id }): string {
  if ("text" in value) return value.text;
  if ("option" in value) return [nameOf(value.option), value.note].filter(filled).join("\n");
  if ("narratives" in value) {
    return Object.entries(value.narratives)
      .filter(([, words]) => filled(words))
      .map(([id, words]) => `${nameOf(id)}: ${words}`)
      .join("\n");
  }
  if ("items" in value) {
    return value.items
      .filter((one) => !itemIsBlank(one))
      .map(({ title, text: words, theme }) => [theme ? `${title} (${nameOf(theme)})` : title, words].filter(filled).join("\n"))
      .join("\n\n");
  }
  return [...value.ticked.map((id) => `Ticked: ${nameOf(id)}`), value.note].filter(filled).join("\n");
}

/** Whether two answers say the same, whatever the order of their keys. */
export function sameAnswer(one: AnswerValue, other: AnswerValue): boolean {
  return canonical(one) === canonical(other);
}
