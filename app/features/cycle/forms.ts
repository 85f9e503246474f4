import { z } from "zod";

import { readDate } from "~/ui/dates";
import { hasErrors, refusedForm, valueOf, valuesOf, type FormIssue, type FormState, type FormValues } from "~/ui/form-state";

import { cycleRules, DATE_FIELDS, ENDORSERS, VISIBILITIES, type CycleDates, type CycleRules, type DateField } from "./rules";

/** Longest name of a round, and longest reason, in characters. */
export const LONGEST_NAME = 40;
export const LONGEST_REASON = 500;

/** How each date begins a message about it. */
export const dateSubjects = {
  opensOn: "The day the round opens",
  submissionsDueOn: "The day self-assessments are due",
  challengeStartsOn: "The day the challenge begins",
  summitOn: "The day of the summit",
  endsOn: "The day the round ends",
} satisfies Record<DateField, string>;

export type Read<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly form: FormState };

/** The five dates as typed: each a real day, each after the one before; a message at each field that is wrong. */
function datesIn(values: FormValues): { readonly dates: CycleDates | null; readonly issues: readonly FormIssue[] } {
  const issues: FormIssue[] = [];
  const found: Partial<Record<DateField, string>> = {};
  for (const field of DATE_FIELDS) {
    const read = readDate(values, field, dateSubjects[field]);
    if (!read.ok) issues.push({ path: [field], message: read.message });
    else if (read.date === null) issues.push({ path: [field], message: `Enter ${lower(dateSubjects[field])}` });
    else found[field] = read.date;
  }
  for (const [index, field] of DATE_FIELDS.entries()) {
    const earlier = DATE_FIELDS[index - 1];
    if (!earlier) continue;
    const [before, day] = [found[earlier], found[field]];
    if (before && day && day <= before) issues.push({ path: [field], message: `${dateSubjects[field]} must be after ${lower(dateSubjects[earlier])}` });
  }
  const { opensOn, submissionsDueOn, challengeStartsOn, summitOn, endsOn } = found;
  if (issues.length > 0 || !opensOn || !submissionsDueOn || !challengeStartsOn || !summitOn || !endsOn) return { dates: null, issues };
  return { dates: { opensOn, submissionsDueOn, challengeStartsOn, summitOn, endsOn }, issues };
}

export interface DraftForm {
  readonly id: string | undefined;
  readonly regionId: string;
  readonly name: string;
  readonly templateVersionId: string;
  readonly dates: CycleDates;
  readonly rules: Omit<CycleRules, "takingPart" | "challengeStyle" | "challenge">;
  readonly authorityIds: readonly string[];
}

const wholeNumber = (ask: string, from: number, to: number) =>
  z.string().trim().regex(/^\d{1,4}$/, `${ask} must be a whole number`).transform(Number).pipe(z.number().min(from, `${ask} must be ${from} or more`).max(to, `${ask} must be ${to} or less`));

const listed = (value: unknown) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]);
const isTicked = z.preprocess((value) => value !== undefined && value !== "", z.boolean());

const draft = z.object({
  id: z.uuid().optional().catch(undefined),
  regionId: z.string({ error: "Choose a region" }).min(1, "Choose a region"),
  name: z.string({ error: "Enter a name for the round" }).trim().min(1, "Enter a name for the round").max(LONGEST_NAME, `The name must be ${LONGEST_NAME} characters or fewer`),
  templateVersionId: z.uuid({ error: "Choose a template" }),
  visibility: z.enum(VISIBILITIES, { error: "Choose who may read a shared self-assessment" }),
  endorsements: z.preprocess(listed, z.array(z.enum(ENDORSERS, { error: "Choose endorsements from the list" }))),
  outlierRule: isTicked,
  moderationNeeded: isTicked,
  moderationDays: wholeNumber("Working days before the challenge", 0, 60),
  followUpMonths: wholeNumber("Months to the follow-up", 1, 24),
  shareAutomatically: isTicked,
  authorities: z.preprocess(listed, z.array(z.string()).min(1, "Choose at least one authority")),
});

/** Reads the form of a new or changed draft. Everything wrong is said at once, in the order of the page. */
export function readDraft(values: FormValues): Read<DraftForm> {
  const parsed = draft.safeParse(values);
  const { dates, issues } = datesIn(values);
  if (!parsed.success || !dates) {
    const other = parsed.success ? [] : parsed.error.issues;
    const first = other.filter((issue) => ["regionId", "name", "templateVersionId"].includes(String(issue.path[0])));
    return { ok: false, form: refusedForm(values, [...first, ...issues, ...other.filter((issue) => !first.includes(issue))]) };
  }
  const { id, regionId, name, templateVersionId, visibility, endorsements, outlierRule, moderationNeeded, moderationDays, followUpMonths, shareAutomatically, authorities } = parsed.data;
  return {
    ok: true,
    data: {
      id, regionId, name, templateVersionId, dates,
      rules: { visibility, endorsements, outlierRule, moderation: { needed: moderationNeeded, workingDaysBefore: moderationDays }, followUpMonths, shareAutomatically },
      authorityIds: authorities,
    },
  };
}

/** A draft's form as it is first shown. */
export function draftValues(draftRound: { name: string; templateVersionId: string; rules: CycleRules }): FormValues {
  const { rules } = draftRound;
  return {
    name: draftRound.name,
    templateVersionId: draftRound.templateVersionId,
    visibility: rules.visibility,
    endorsements: rules.endorsements,
    ...(rules.outlierRule ? { outlierRule: "yes" } : {}),
    ...(rules.moderation.needed ? { moderationNeeded: "yes" } : {}),
    moderationDays: String(rules.moderation.workingDaysBefore),
    followUpMonths: String(rules.followUpMonths),
    ...(rules.shareAutomatically ? { shareAutomatically: "yes" } : {}),
    authorities: rules.takingPart,
  };
}

const reasonField = z
  .string({ error: "Enter a reason" })
  .trim()
  .min(1, "Enter a reason")
  .max(LONGEST_REASON, `The reason must be ${LONGEST_REASON} characters or fewer`);

/** Reads the form that moves the dates: five days in order and a reason. */
export function readDates(values: FormValues): Read<{ readonly dates: CycleDates; readonly reason: string }> {
  const { dates, issues } = datesIn(values);
  const reason = reasonField.safeParse(values["reason"]);
  const all = [...issues, ...(reason.success ? [] : reason.error.issues.map((issue) => ({ path: ["reason"], message: issue.message })))];
  const form = refusedForm(values, all);
  if (!dates || !reason.success || hasErrors(form)) return { ok: false, form };
  return { ok: true, data: { dates, reason: reason.data } };
}

/** Reads the reason of a step that wants one. */
export function readReason(values: FormValues): Read<string> {
  const reason = reasonField.safeParse(values["reason"]);
  if (reason.success) return { ok: true, data: reason.data };
  return { ok: false, form: refusedForm(values, reason.error.issues.map((issue) => ({ path: ["reason"], message: issue.message }))) };
}

/** Ids ticked under a name; what is not an id is passed over. */
export function readChosen(values: FormValues, name = "chosen"): readonly string[] {
  return valuesOf({ values, errors: {} }, name).filter((id) => z.uuid().safeParse(id).success);
}

/** Reads the form of groups: a number for each authority, or nothing for none. Groups come in the order of their numbers. */
export function readGroups(values: FormValues, authorityIds: readonly string[]): Read<readonly (readonly string[])[]> {
  const form: FormState = { values, errors: {} };
  const issues: FormIssue[] = [];
  const groups = new Map<number, string[]>();
  for (const id of authorityIds) {
    const text = valueOf(form, `group-${id}`).trim();
    if (text === "") continue;
    if (!/^\d{1,2}$/.test(text) || Number(text) < 1) issues.push({ path: [`group-${id}`], message: "A group is a whole number from 1 to 99" });
    else groups.set(Number(text), [...(groups.get(Number(text)) ?? []), id]);
  }
  if (issues.length > 0) return { ok: false, form: refusedForm(values, issues) };
  return { ok: true, data: [...groups.entries()].sort(([a], [b]) => a - b).map(([, members]) => members) };
}

/** Rules read back from a row. */
export function rulesOf(stored: unknown): CycleRules {
  return cycleRules.parse(stored);
}

function lower(subject: string): string {
  return subject.charAt(0).toLowerCase() + subject.slice(1);
}
