import { z } from "zod";

import { refusedForm, valueOf, type FormIssue, type FormState, type FormValues } from "~/ui/form-state";

import { MOST_WORDS, question as questionSchema, QUESTION_KINDS, type Item, type Question, type QuestionKind } from "./content";
import type { Heading } from "./editing";

export type Read<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly form: FormState };

const title = z.string({ error: "Enter a title" }).trim().min(1, "Enter a title").max(300, "The title must be 300 characters or fewer");

const heading = z.object({ title, guidance: z.string().trim().max(5000, "The guidance must be 5,000 characters or fewer").default("") });

/** Reads the words of a chapter or section. */
export function readHeading(values: FormValues): Read<Heading> {
  const read = heading.safeParse(values);
  return read.success ? { ok: true, data: read.data } : { ok: false, form: refusedForm(values, read.error.issues) };
}

/** The kind of question a text names, if it names one. */
export function kindOf(text: string | null): QuestionKind | null {
  return QUESTION_KINDS.find((kind) => kind === text) ?? null;
}

/** Which list of items a kind of question has, and how many it needs. */
export const listOf = {
  longText: null,
  indicatorNarrative: null,
  choice: { field: "options", ask: "Enter at least two options, one a line", least: 2 },
  strengths: { field: "themes", ask: "", least: 0 },
  areasForDevelopment: { field: "themes", ask: "", least: 0 },
  asks: { field: "themes", ask: "", least: 0 },
  offers: { field: "themes", ask: "", least: 0 },
  signaturesOfRisk: { field: "checklist", ask: "Enter at least one line to tick", least: 1 },
  signaturesOfStrength: { field: "checklist", ask: "Enter at least one line to tick", least: 1 },
} as const satisfies Record<QuestionKind, { readonly field: "options" | "themes" | "checklist"; readonly ask: string; readonly least: number } | null>;

/** The items a question has now. */
export function itemsOf(question: Question): readonly Item[] {
  if ("options" in question) return question.options;
  if ("themes" in question) return question.themes;
  if ("checklist" in question) return question.checklist;
  return [];
}

/**
 * One item a line. A line that was there before keeps its id, so that answers keep pointing at it; when
 * only words have changed and the number of lines is the same, so does the line in the same place.
 */
export function readItems(text: string, before: readonly Item[], newId: () => string): Item[] {
  const labels = [...new Set(text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== ""))];
  const kept = new Set(before.filter((one) => labels.includes(one.label)).map((one) => one.id));
  return labels.map((label, index) => {
    const same = before.find((one) => one.label === label);
    if (same) return same;
    const place = labels.length === before.length ? before[index] : undefined;
    return { id: place && !kept.has(place.id) ? place.id : newId(), label };
  });
}

/** Reads the form of a question of that kind. `before` is the question as it stands, for the ids of its items. */
export function readQuestion(values: FormValues, about: { readonly id: string; readonly kind: QuestionKind; readonly before: Question | null; readonly newId: () => string }): Read<Question> {
  const form: FormState = { values, errors: {} };
  const issues: FormIssue[] = [];
  const named = title.safeParse(values["title"]);
  if (!named.success) issues.push(...named.error.issues.map((issue) => ({ path: ["title"], message: issue.message })));
  const hint = valueOf(form, "hint").trim();
  if (hint.length > 2000) issues.push({ path: ["hint"], message: "The hint must be 2,000 characters or fewer" });
  const limit = valueOf(form, "wordLimit").trim();
  const words = limit === "" ? undefined : Number(limit);
  if (words !== undefined && (!/^\d{1,5}$/.test(limit) || words < 1 || words > MOST_WORDS)) {
    issues.push({ path: ["wordLimit"], message: `The word limit must be a whole number from 1 to ${MOST_WORDS.toLocaleString("en-GB")}` });
  }
  const list = listOf[about.kind];
  const items = list ? readItems(valueOf(form, "items"), about.before ? itemsOf(about.before) : [], about.newId) : [];
  if (list && items.length < list.least) issues.push({ path: ["items"], message: list.ask });
  if (items.length > 60) issues.push({ path: ["items"], message: "Enter 60 lines or fewer" });
  if (items.some((one) => one.label.length > 300)) issues.push({ path: ["items"], message: "Each line must be 300 characters or fewer" });
  if (issues.length > 0) return { ok: false, form: refusedForm(values, issues) };
  const indicatorId = valueOf(form, "indicatorId");
  const parsed = questionSchema.safeParse({
    id: about.id, kind: about.kind, title: named.data, hint, required: valueOf(form, "required") !== "",
    ...(words === undefined ? {} : { wordLimit: words }),
    ...(indicatorId === "" ? {} : { indicatorId }),
    ...(list ? { [list.field]: items } : {}),
  });
  return parsed.success ? { ok: true, data: parsed.data } : { ok: false, form: refusedForm(values, [{ path: [], message: "The question cannot be kept like this" }]) };
}

/** A question's form as it is first shown. */
export function questionValues(question: Question): FormValues {
  return {
    title: question.title,
    hint: question.hint,
    ...(question.required ? { required: "yes" } : {}),
    wordLimit: "wordLimit" in question && question.wordLimit !== undefined ? String(question.wordLimit) : "",
    indicatorId: "indicatorId" in question ? (question.indicatorId ?? "") : "",
    items: itemsOf(question).map((one) => one.label).join("\n"),
  };
}

/** The revision a form was written on; null when it is none. */
export function readRevision(values: FormValues): number | null {
  const text = valueOf({ values, errors: {} }, "revision");
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
