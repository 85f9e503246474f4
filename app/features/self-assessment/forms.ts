import { z } from "zod";

import type { Question } from "~/features/template/content";
import { formOf, valueOf, valuesOf, type FormState, type FormValues } from "~/ui/form-state";
import { itemIsBlank, LONGEST_TEXT, MOST_ITEMS, type AnswerValue, type Item } from "./answers";

/** Names of a question's boxes. The chapter page draws them and the route reads them: nobody else makes one. */
export const fieldOf = {
  text: (id: string) => `answer.${id}.text`,
  option: (id: string) => `answer.${id}.option`,
  note: (id: string) => `answer.${id}.note`,
  ticked: (id: string) => `answer.${id}.ticked`,
  narrative: (id: string, indicatorId: string) => `answer.${id}.narrative.${indicatorId}`,
  item: (id: string, index: number, part: keyof Item) => `answer.${id}.${index}.${part}`,
  revision: (id: string) => `revision.${id}`,
  looked: (id: string) => `looked.${id}`,
} as const;

/** Rows a list of items shows: what is there, and always one more to fill. */
export function rowsShown(items: readonly Item[]): number {
  return Math.min(MOST_ITEMS, Math.max(2, items.length + 1));
}

/** An answer as its boxes show it. */
export function boxesOf(question: Question, value: AnswerValue): FormValues {
  const { id } = question;
  if ("text" in value) return { [fieldOf.text(id)]: value.text };
  if ("option" in value) return { [fieldOf.option(id)]: value.option, [fieldOf.note(id)]: value.note };
  if ("ticked" in value) return { [fieldOf.ticked(id)]: value.ticked, [fieldOf.note(id)]: value.note };
  if ("narratives" in value) return Object.fromEntries(Object.entries(value.narratives).map(([indicator, text]) => [fieldOf.narrative(id, indicator), text]));
  return Object.fromEntries(
    value.items.flatMap((item, index) => (["title", "text", "theme"] as const).map((part) => [fieldOf.item(id, index, part), item[part]])),
  );
}

/** A whole chapter as its form shows it. */
export function formFor(questions: readonly Question[], answers: Readonly<Record<string, { readonly value: AnswerValue }>>): FormState {
  return formOf(Object.assign({}, ...questions.map((question) => (answers[question.id] ? boxesOf(question, answers[question.id]!.value) : {}))) as FormValues);
}

/**
 * Text as the person sees it: browsers post carriage returns too, and pasted text may hold control
 * characters that neither the database nor a Word file can keep.
 */
const plain = (text: string) => text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "");

/**
 * What was posted for one question, or null when the form had no box of it: an answer that was not on
 * the page is left alone.
 */
export function answerPosted(question: Question, values: FormValues): AnswerValue | null {
  const { id } = question;
  const form: FormState = { values, errors: {} };
  const read = (name: string) => plain(valueOf(form, name));
  const has = (name: string) => values[name] !== undefined;
  switch (question.kind) {
    case "longText":
      return has(fieldOf.text(id)) ? { text: read(fieldOf.text(id)) } : null;
    case "choice":
      return has(fieldOf.option(id)) || has(fieldOf.note(id)) ? { option: known(question.options, read(fieldOf.option(id))), note: read(fieldOf.note(id)) } : null;
    case "signaturesOfRisk":
    case "signaturesOfStrength":
      if (!has(fieldOf.note(id))) return null;
      return {
        ticked: question.checklist.map((one) => one.id).filter((one) => valuesOf(form, fieldOf.ticked(id)).includes(one)),
        note: read(fieldOf.note(id)),
      };
    case "indicatorNarrative": {
      const prefix = fieldOf.narrative(id, "");
      const names = Object.keys(values).filter((name) => name.startsWith(prefix));
      if (names.length === 0) return null;
      // An empty box is no narrative: so a page that merely shows more boxes changes nothing.
      return { narratives: Object.fromEntries(names.filter((name) => read(name).trim() !== "").map((name) => [name.slice(prefix.length), read(name)])) };
    }
    default: {
      if (!has(fieldOf.item(id, 0, "title"))) return null;
      const items: Item[] = [];
      for (let index = 0; index < MOST_ITEMS && has(fieldOf.item(id, index, "title")); index += 1) {
        const item = {
          title: read(fieldOf.item(id, index, "title")),
          text: read(fieldOf.item(id, index, "text")),
          theme: known(question.themes, read(fieldOf.item(id, index, "theme"))),
        };
        if (!itemIsBlank(item)) items.push(item);
      }
      return { items };
    }
  }
}

const known = (items: readonly { readonly id: string }[], id: string) => (items.some((item) => item.id === id) ? id : "");

/** What is wrong with an answer that its box should say: the field, and how to mend it. */
export function answerTooLong(question: Question, value: AnswerValue): { field: string; message: string } | null {
  const fields = Object.entries(boxesOf(question, value)).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const long = fields.find(([name, text]) => text.length > (name.endsWith(".title") ? 300 : LONGEST_TEXT));
  if (!long) return null;
  const [field] = long;
  return { field, message: field.endsWith(".title") ? "Use 300 characters or fewer" : `Shorten what you wrote: ${question.title}` };
}

/** The revision of an answer as the page had it; 0 when the form says nothing. */
export function revisionPosted(id: string, values: FormValues): number {
  const number = Number(valueOf({ values, errors: {} }, fieldOf.revision(id)));
  return Number.isInteger(number) && number >= 0 ? number : 0;
}

/** The longest reason, in characters. */
export const LONGEST_REASON = 2000;

export const reasonField = z
  .string({ error: "Give a reason" })
  .transform((text) => plain(text).trim())
  .pipe(z.string().min(1, "Give a reason").max(LONGEST_REASON, `Shorten the reason to ${LONGEST_REASON.toLocaleString("en-GB")} characters or fewer`));

