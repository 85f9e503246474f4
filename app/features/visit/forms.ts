import { z } from "zod";

import { linesPosted } from "~/features/kloe/lines";
import { dateParts, readDate } from "~/ui/dates";
import { valueOf, valuesOf, type FormState, type FormValues } from "~/ui/form-state";
import { wrongWithDay, type Bounds } from "./days";
import { refusalWords } from "./refusals";
import { isVariant } from "./variants";

/** The longest reason and the longest wish, in characters. */
export const LONGEST_TEXT = 4000;

/** The longest position statement, in characters: some twenty pages. */
export const LONGEST_STATEMENT = 60_000;

/** Browsers post carriage returns too, and pasted text may hold control characters that nothing can keep. */
const plain = (text: string) => text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "").trim();

/** A text as posted: plain, trimmed. */
export function textPosted(values: FormValues, name: string): string {
  return plain(valueOf({ values, errors: {} }, name));
}

export const reasonField = z
  .string({ error: "Give a reason" })
  .transform(plain)
  .pipe(z.string().min(1, "Give a reason").max(LONGEST_TEXT, `Shorten the reason to ${LONGEST_TEXT.toLocaleString("en-GB")} characters or fewer`));

/** How many boxes for a first day a request shows, and a scope beside the days that were wished for. */
export const WISHED_BOXES = 4;
export const OTHER_BOXES = 3;

export const dayField = {
  wished: (number: number) => `wished.${number}`,
  other: (number: number) => `other.${number}`,
} as const;

export interface Read<Content> {
  readonly errors: Readonly<Record<string, string>>;
  readonly content: Content;
}

/** The days of several date boxes, in order, each checked; empty boxes left out. */
function daysPosted(values: FormValues, names: readonly string[], bounds: Bounds, errors: Record<string, string>): string[] {
  const days: string[] = [];
  names.forEach((name, index) => {
    const read = readDate(values, name, `Date ${index + 1}`);
    if (!read.ok) errors[name] = read.message;
    else if (read.date !== null) {
      const wrong = wrongWithDay(read.date, bounds) ?? (days.includes(read.date) ? "date-twice" : null);
      if (wrong) errors[name] = refusalWords(wrong);
      days.push(read.date);
    }
  });
  return days;
}

const wishedNames = Array.from({ length: WISHED_BOXES }, (_, index) => dayField.wished(index + 1));
const otherNames = Array.from({ length: OTHER_BOXES }, (_, index) => dayField.other(index + 1));

export interface RequestForm {
  readonly variant: string;
  readonly theme: string;
  readonly passage: string;
  readonly themeReason: string;
  readonly wants: string;
  readonly wishedDays: readonly string[];
}

/** A request as its boxes show it. */
export function requestValues(request: RequestForm): FormValues {
  return {
    variant: request.variant, theme: request.theme, passage: request.passage, themeReason: request.themeReason, wants: request.wants,
    ...Object.assign({}, ...request.wishedDays.map((day, index) => dateParts(dayField.wished(index + 1), day))) as FormValues,
  };
}

/**
 * A request as posted, with what is wrong with it. A draft may lack what is not known yet; `whole` asks
 * for everything, as sending does.
 */
export function requestPosted(values: FormValues, about: { readonly themes: readonly string[]; readonly bounds: Bounds; readonly whole: boolean }): Read<RequestForm> {
  const errors: Record<string, string> = {};
  const content = {
    variant: textPosted(values, "variant"),
    theme: textPosted(values, "theme"),
    passage: textPosted(values, "passage"),
    themeReason: textPosted(values, "themeReason"),
    wants: textPosted(values, "wants"),
    wishedDays: [] as readonly string[],
  };
  if (!isVariant(content.variant)) errors["variant"] = refusalWords("no-such-variant");
  if (!about.themes.includes(content.theme)) errors["theme"] = refusalWords("no-theme");
  if (about.whole && content.passage === "" && content.themeReason === "") errors["passage"] = refusalWords("no-link-and-no-reason");
  if (content.themeReason.length > LONGEST_TEXT) errors["themeReason"] = `Shorten the reason to ${LONGEST_TEXT.toLocaleString("en-GB")} characters or fewer`;
  if (about.whole && content.wants === "") errors["wants"] = refusalWords("no-wishes");
  if (content.wants.length > LONGEST_TEXT) errors["wants"] = `Shorten what you want to ${LONGEST_TEXT.toLocaleString("en-GB")} characters or fewer`;
  const wishedDays = daysPosted(values, wishedNames, about.bounds, errors);
  if (about.whole && wishedDays.length === 0 && !wishedNames.some((name) => errors[name])) errors[wishedNames[0]!] = refusalWords("no-dates");
  return { errors, content: { ...content, wishedDays } };
}

export interface ScopeForm {
  readonly days: number;
  readonly teamSize: number;
  readonly themes: readonly string[];
  readonly candidateDays: readonly string[];
  readonly kloes: readonly string[];
}

/** The scope as posted, with what is wrong with it, field by field. */
export function scopePosted(values: FormValues, about: { readonly themes: readonly string[]; readonly bounds: Omit<Bounds, "days">; readonly kloesAtMost: number }): Read<ScopeForm> {
  const errors: Record<string, string> = {};
  const form: FormState = { values, errors: {} };
  const whole = (name: string, from: number, to: number, reason: string) => {
    const text = textPosted(values, name);
    const number = Number(text);
    if (!/^\d{1,2}$/.test(text) || number < from || number > to) errors[name] = refusalWords(reason);
    return number;
  };
  const days = whole("days", 1, 5, "days-out-of-range");
  const teamSize = whole("teamSize", 2, 12, "size-out-of-range");
  const themes = valuesOf(form, "themes").filter((theme) => about.themes.includes(theme));
  if (themes.length === 0) errors["themes"] = refusalWords("no-themes");
  const bounds = { ...about.bounds, days: errors["days"] ? 1 : days };
  const ticked = [...new Set(valuesOf(form, "candidates"))];
  for (const day of ticked) {
    const wrong = wrongWithDay(day, bounds);
    if (wrong) errors["candidates"] ??= refusalWords(wrong);
  }
  const others = daysPosted(values, otherNames, bounds, errors);
  const candidateDays = [...new Set([...ticked, ...others])].sort();
  if (candidateDays.length === 0 && !Object.keys(errors).some((name) => name.startsWith("other."))) errors["candidates"] ??= refusalWords("no-dates");
  const kloes = linesPosted(values, about.kloesAtMost);
  if (kloes.length === 0) errors["kloe.1"] = "Write at least one key line of enquiry";
  return { errors, content: { days, teamSize, themes, candidateDays, kloes } };
}

/** One new first day, and where it belongs when it cannot be. */
export function firstDayPosted(values: FormValues, bounds: Bounds): Read<{ readonly firstDay: string }> {
  const read = readDate(values, "firstDay", "The first day");
  if (!read.ok) return { errors: { firstDay: read.message }, content: { firstDay: "" } };
  if (read.date === null) return { errors: { firstDay: "Enter the new first day" }, content: { firstDay: "" } };
  const wrong = wrongWithDay(read.date, bounds);
  return { errors: wrong ? { firstDay: refusalWords(wrong) } : {}, content: { firstDay: read.date } };
}

/** The possible first days of a visit that is taken up again. */
export function candidateDaysPosted(values: FormValues, bounds: Bounds): Read<{ readonly candidateDays: readonly string[] }> {
  const errors: Record<string, string> = {};
  const candidateDays = daysPosted(values, wishedNames, bounds, errors);
  if (candidateDays.length === 0 && Object.keys(errors).length === 0) errors[wishedNames[0]!] = refusalWords("no-dates");
  return { errors, content: { candidateDays } };
}
