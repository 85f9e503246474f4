import { z } from "zod";
import { readDate } from "~/ui/dates";
import { isTicked, optional, required } from "~/ui/fields";
import { refusedForm, valueOf, type FormIssue, type FormState, type FormValues } from "~/ui/form-state";
import { questionKinds, type Question } from "~/features/evaluation/questions";
import type { CohortDetails, ProgrammeDetails, Quota } from "./planning.server";

export type Read<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly form: FormState };

const number = (ask: string, least: number, most: number) => z.string({ error: ask }).trim().regex(/^\d{1,4}$/, ask).transform(Number).refine((value) => value >= least && value <= most, `${ask}, from ${least} to ${most}`);

const programmeForm = z.object({
  title: required("Enter what the programme is called", 120),
  short: required("Enter the short name", 12),
  aims: optional("The aims", 4000),
  eligibility: optional("Who it is for", 2000),
  sponsors: optional("The sponsors", 500),
  inTeams: isTicked,
  mayMiss: number("Enter how many days may be missed", 0, 20),
  hasAssignment: isTicked,
});

export function readProgramme(values: FormValues): Read<ProgrammeDetails> {
  const parsed = programmeForm.safeParse(values);
  return parsed.success ? { ok: true, data: parsed.data } : { ok: false, form: refusedForm(values, parsed.error.issues) };
}

const cohortForm = z.object({ places: number("Enter how many places there are", 1, 999), offerHours: number("Enter for how many working hours an offer is kept", 1, 200) });

/** Places and dates of a cohort, and the quota of each authority and service that has a figure. */
export function readCohort(values: FormValues, { today, authorities, dates }: { readonly today: string; readonly authorities: readonly { readonly id: string; readonly name: string }[]; readonly dates: boolean }): Read<{ details: CohortDetails; quotas: Quota[] }> {
  const parsed = cohortForm.safeParse(values);
  const issues: FormIssue[] = parsed.success ? [] : [...parsed.error.issues];
  const closesOn = readDate(values, "closesOn", "The closing date");
  const selectBy = readDate(values, "selectBy", "The day of the decisions");
  if (dates) {
    if (!closesOn.ok) issues.push({ path: ["closesOn"], message: closesOn.message });
    else if (!closesOn.date) issues.push({ path: ["closesOn"], message: "Enter the closing date" });
    else if (closesOn.date < today) issues.push({ path: ["closesOn"], message: "The closing date must be today or later" });
    if (!selectBy.ok) issues.push({ path: ["selectBy"], message: selectBy.message });
    else if (!selectBy.date) issues.push({ path: ["selectBy"], message: "Enter by when the board decides" });
    else if (closesOn.ok && closesOn.date && selectBy.date < closesOn.date) issues.push({ path: ["selectBy"], message: "The board decides after the closing date" });
  }
  const quotas: Quota[] = [];
  for (const { id, name } of authorities) {
    for (const service of ["children", "adult"] as const) {
      const text = valueOf({ values, errors: {} }, `quota-${service}-${id}`).trim();
      if (text === "") continue;
      if (!/^\d{1,3}$/.test(text)) issues.push({ path: [`quota-${service}-${id}`], message: `Places of ${name} must be a whole number, or empty` });
      else quotas.push({ authorityId: id, service, places: Number(text) });
    }
  }
  if (!parsed.success || issues.length > 0) return { ok: false, form: refusedForm(values, issues) };
  const day = (read: typeof closesOn) => (read.ok ? (read.date ?? "") : "");
  return { ok: true, data: { details: { ...parsed.data, closesOn: day(closesOn), selectBy: day(selectBy) }, quotas } };
}

/** The most questions that the designer takes. */
export const MOST_QUESTIONS = 12;

/** The questions as they are typed, a row each; an empty row is left out. */
export function readQuestions(values: FormValues): Read<Question[]> {
  const form = { values, errors: {} };
  const issues: FormIssue[] = [];
  const questions: Question[] = [];
  for (let at = 0; at < MOST_QUESTIONS; at += 1) {
    const text = valueOf(form, `text-${at}`).trim();
    if (text === "") continue;
    const kind = questionKinds.find((one) => one === valueOf(form, `kind-${at}`));
    if (text.length > 200) issues.push({ path: [`text-${at}`], message: "A question must be 200 characters or fewer" });
    if (!kind) issues.push({ path: [`kind-${at}`], message: "Choose how it is answered" });
    else questions.push({ id: valueOf(form, `id-${at}`).replace(/[^\w-]/g, "").slice(0, 20) || `q${at}`, kind, text, required: kind === "scale" });
  }
  if (questions.length === 0 && issues.length === 0) issues.push({ path: ["text-0"], message: "Ask at least one question" });
  if (new Set(questions.map(({ id }) => id)).size < questions.length) issues.push({ path: ["text-0"], message: "Two questions are one. Open the page again" });
  return issues.length > 0 ? { ok: false, form: refusedForm(values, issues) } : { ok: true, data: questions };
}

/** Which field of the form a refusal belongs to. */
export const fieldOf: Readonly<Record<string, string>> = { "places-below-taken": "places", closingAhead: "closesOn", hasReason: "reason" };
