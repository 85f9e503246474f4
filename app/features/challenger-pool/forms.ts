import { z } from "zod";
import { readDate } from "~/ui/dates";
import { optional, required, ticked } from "~/ui/fields";
import { hasErrors, refusedForm, valueOf, type FormState, type FormValues } from "~/ui/form-state";
import { levels } from "./words";

export type Read<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly form: FormState };

const themes = ticked(z.string().max(60));
const about = optional("What you write", 1500);
const load = z.string({ error: "Enter how many sessions and visits a year" }).trim().regex(/^([1-9]|1\d|20)$/, "Sessions and visits a year must be a whole number from 1 to 20").transform(Number);

export const themesForm = z.object({ themes, about });
export const levelForm = z.object({ level: z.enum(levels, { error: "Choose a level" }), maxLoad: load });
export const applyForm = z.object({
  regionId: z.string({ error: "Choose a region" }).min(1, "Choose a region"),
  themes: themes.pipe(z.array(z.string()).min(1, "Choose at least one theme")),
  about: required("Enter a few words about what you bring", 1500),
});
export const reasonForm = z.object({ reason: required("Enter a reason", 1000) });
export const conflictForm = z.object({ authorityId: z.string({ error: "Choose an authority" }).min(1, "Choose an authority"), why: required("Enter what stands between you", 500) });

const entry = z.object({ regionId: z.string().min(1), personId: z.uuid({ error: "Choose a person" }), themes, about, level: z.enum(levels, { error: "Choose a level" }), maxLoad: load });

/** The coordinator's form that enters somebody: with the day of their training, if they had any. */
export function readEntry(values: FormValues): Read<z.output<typeof entry> & { readonly trainedOn: string | null }> {
  const parsed = entry.safeParse(values);
  const day = readDate(values, "trainedOn", "The day of the training");
  const issues = [...(parsed.success ? [] : parsed.error.issues), ...(day.ok ? [] : [{ path: ["trainedOn"], message: day.message }])];
  if (!parsed.success || !day.ok) return { ok: false, form: refusedForm(values, issues) };
  return { ok: true, data: { ...parsed.data, trainedOn: day.date } };
}

/** One day, which must be given. */
export function readDay(values: FormValues, name: string, subject: string): Read<string> {
  const day = readDate(values, name, subject);
  if (day.ok && day.date) return { ok: true, data: day.date };
  return { ok: false, form: refusedForm(values, [{ path: [name], message: day.ok ? `Enter ${subject.charAt(0).toLowerCase()}${subject.slice(1)}` : day.message }]) };
}

/** Days away: the last is the first when it is left out. */
export function readAway(values: FormValues): Read<{ readonly from: string; readonly to: string }> {
  const from = readDay(values, "from", "The first day");
  const to = readDate(values, "to", "The last day");
  const form = refusedForm(values, [...(from.ok ? [] : [{ path: ["from"], message: from.form.errors["from"] ?? "" }]), ...(to.ok ? [] : [{ path: ["to"], message: to.message }])]);
  if (!from.ok || !to.ok || hasErrors(form)) return { ok: false, form };
  const last = to.date ?? from.data;
  if (last < from.data) return { ok: false, form: refusedForm(values, [{ path: ["to"], message: "The last day must not be before the first" }]) };
  return { ok: true, data: { from: from.data, to: last } };
}

const time = (ask: string) => z.string({ error: ask }).trim().regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, `${ask}, like 09:30`).transform((text) => text.replace(".", ":").padStart(5, "0"));
const training = z.object({
  title: required("Enter what the training is called", 120),
  startsAt: time("Enter when it begins"),
  endsAt: time("Enter when it ends"),
  place: required("Enter where it takes place", 200),
  capacity: z.string({ error: "Enter how many places there are" }).trim().regex(/^[1-9]\d{0,2}$/, "Places must be a whole number from 1 to 500").transform(Number).refine((number) => number <= 500, "Places must be a whole number from 1 to 500"),
});

/** A day of training as the coordinator types it. */
export function readTraining(values: FormValues): Read<z.output<typeof training> & { readonly day: string }> {
  const parsed = training.safeParse(values);
  const day = readDay(values, "day", "The day of the training");
  const issues = [...(parsed.success ? [] : parsed.error.issues), ...(day.ok ? [] : [{ path: ["day"], message: day.form.errors["day"] ?? "" }])];
  if (parsed.success && parsed.data.endsAt <= parsed.data.startsAt) issues.push({ path: ["endsAt"], message: "It must end after it begins", code: "custom", input: values } as (typeof issues)[number]);
  if (!parsed.success || !day.ok || issues.length > 0) return { ok: false, form: refusedForm(values, issues) };
  return { ok: true, data: { ...parsed.data, day: day.data } };
}

/** What is pressed on a challenger's page. */
export const profileIntents = ["themes", "level", "away", "notAway", "conflict", "noConflict", "book", "giveBack", "trained", "withdraw", "remind"] as const;
export type ProfileIntent = (typeof profileIntents)[number];

export function intentOf(values: FormValues): ProfileIntent | undefined {
  return profileIntents.find((intent) => intent === valueOf({ values, errors: {} }, "intent"));
}
