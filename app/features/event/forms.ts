import { z } from "zod";

import type { BookingRules, SessionDate } from "~/features/booking";
import { audiences, modes } from "~/features/booking/words";
import { dateParts, formatTime, readDate } from "~/ui/dates";
import { isTicked, optional, required } from "~/ui/fields";
import { refusedForm, valueOf, type FormIssue, type FormState, type FormValues } from "~/ui/form-state";
import type { EventDetails } from "./planning.server";
import { kinds } from "./words";

export type Read<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly form: FormState };

export const number = (ask: string, most: number) => z.string({ error: ask }).trim().regex(/^\d{1,4}$/, ask).transform(Number).refine((value) => value >= 1 && value <= most, `${ask}, from 1 to ${most}`);
const time = (ask: string) => z.string({ error: ask }).trim().regex(/^([01]?\d|2[0-3])[:.][0-5]\d$/, `${ask}, like 09:30`).transform((text) => text.replace(".", ":").padStart(5, "0"));
const link = optional("The link", 500).refine((text) => text === "" || /^https:\/\/[^\s]+$/.test(text), "Enter a link that begins with https://");

const whatFields = z.object({
  title: required("Enter what it is called", 120),
  kind: z.enum(kinds, { error: "Choose what kind of event it is" }),
  about: optional("What it is about", 4000),
  audience: z.enum(audiences, { error: "Choose who can book" }),
  attendedOwnerId: optional("The event", 60),
  networkId: optional("The network", 60),
  anyTicket: isTicked,
  /** Carried by the form of an event whose limits differ by authority: they are set on a page of their own. */
  quotas: z.string().optional(),
  quota: z.string().trim().default("").refine((text) => text === "" || /^[1-9]\d{0,2}$/.test(text), "Places of one authority must be a whole number from 1 to 999, or empty").transform((text) => (text === "" ? null : Number(text))),
  offerHours: number("Enter for how many working hours an offered place is kept", 80),
});

const dateFields = z.object({
  startsAt: time("Enter when it begins"),
  endsAt: time("Enter when it ends"),
  mode: z.enum(modes, { error: "Choose whether it is in person, online or both" }),
  place: optional("The place", 200),
  joinLink: link,
  instructions: optional("What people need to know to join", 2000),
  capacity: number("Enter how many places there are", 2000),
});

export interface What {
  readonly details: EventDetails;
  readonly rules: BookingRules;
}

/** What it is and who can book, as the coordinator types it. `today` and the first date bound the last day to book. */
export function readWhat(values: FormValues, { today, firstDay }: { readonly today: string; readonly firstDay: string | null }): Read<What> {
  const parsed = whatFields.safeParse(values);
  const bookBy = readDate(values, "bookBy", "The last day to book");
  const issues: FormIssue[] = parsed.success ? [] : [...parsed.error.issues];
  if (!bookBy.ok) issues.push({ path: ["bookBy"], message: bookBy.message });
  else if (!bookBy.date) issues.push({ path: ["bookBy"], message: "Enter the last day to book" });
  else if (bookBy.date < today) issues.push({ path: ["bookBy"], message: "The last day to book must be today or later" });
  else if (firstDay && bookBy.date > firstDay) issues.push({ path: ["bookBy"], message: "The last day to book must not be after the event" });
  if (parsed.success && parsed.data.audience === "attended" && parsed.data.attendedOwnerId === "") issues.push({ path: ["attendedOwnerId"], message: "Choose the event they took part in" });
  if (parsed.success && parsed.data.audience === "members" && parsed.data.networkId === "") issues.push({ path: ["networkId"], message: "Choose the network whose members can book" });
  if (!parsed.success || !bookBy.ok || !bookBy.date || issues.length > 0) return { ok: false, form: refusedForm(values, issues) };
  const { title, kind, about, audience, attendedOwnerId, networkId, quotas, quota, ...rest } = parsed.data;
  const rules = { ...rest, quota: quotas === "asSet" ? ("asSet" as const) : quota };
  return { ok: true, data: { details: { title, kind, about }, rules: { ...rules, bookBy: bookBy.date, audience, attendedOwnerId: audience === "attended" ? attendedOwnerId : audience === "members" ? networkId : null } } };
}

/** What a date has beside its day: hours, place and places. */
export function readOccasion(values: FormValues): Read<Omit<SessionDate, "day">> {
  const parsed = dateFields.safeParse(values);
  const issues: FormIssue[] = parsed.success ? [] : [...parsed.error.issues];
  if (parsed.success && parsed.data.endsAt <= parsed.data.startsAt) issues.push({ path: ["endsAt"], message: "It must end after it begins" });
  if (parsed.success && parsed.data.mode !== "online" && parsed.data.place === "") issues.push({ path: ["place"], message: "Enter where it takes place" });
  return parsed.success && issues.length === 0 ? { ok: true, data: parsed.data } : { ok: false, form: refusedForm(values, issues) };
}

/** One date with its place and places, as the coordinator types it. */
export function readSessionDate(values: FormValues, { today }: { readonly today: string }): Read<SessionDate> {
  const occasion = readOccasion(values);
  const day = readDate(values, "day", "The day");
  const issues: FormIssue[] = [];
  if (!day.ok) issues.push({ path: ["day"], message: day.message });
  else if (!day.date) issues.push({ path: ["day"], message: "Enter the day" });
  else if (day.date <= today) issues.push({ path: ["day"], message: "The day must lie ahead" });
  if (occasion.ok && day.ok && day.date && issues.length === 0) return { ok: true, data: { ...occasion.data, day: day.date } };
  return { ok: false, form: { values, errors: { ...refusedForm(values, issues).errors, ...(occasion.ok ? {} : occasion.form.errors) } } };
}

/** Both at once, everything wrong said together. */
export function readNewEvent(values: FormValues, { today }: { readonly today: string }): Read<What & { readonly date: SessionDate }> {
  const date = readSessionDate(values, { today });
  const day = readDate(values, "day", "The day");
  const what = readWhat(values, { today, firstDay: day.ok ? day.date : null });
  if (date.ok && what.ok) return { ok: true, data: { ...what.data, date: date.data } };
  return { ok: false, form: { values, errors: { ...(what.ok ? {} : what.form.errors), ...(date.ok ? {} : date.form.errors) } } };
}

/** A form filled with a date as it stands. */
export function dateValues(date: { readonly startsAt: string; readonly endsAt: string; readonly mode: string; readonly place: string; readonly joinLink: string; readonly instructions: string; readonly capacity: number }): FormValues {
  const { startsAt, endsAt, capacity, ...rest } = date;
  return { ...dateParts("day", startsAt), startsAt: formatTime(startsAt), endsAt: formatTime(endsAt), capacity: String(capacity), ...rest };
}

/** How many places each authority has at most, from a form with a field each; empty for no limit. */
export function readQuotas(values: FormValues, authorityIds: readonly string[]): Read<ReadonlyMap<string, number | null>> {
  const form = { values, errors: {} };
  const quotas = new Map<string, number | null>();
  const issues: FormIssue[] = [];
  for (const id of authorityIds) {
    const text = valueOf(form, `quota-${id}`).trim();
    if (text !== "" && !/^[1-9]\d{0,2}$/.test(text)) issues.push({ path: [`quota-${id}`], message: "Places must be a whole number from 1 to 999, or empty" });
    quotas.set(id, text === "" ? null : Number(text));
  }
  return issues.length > 0 ? { ok: false, form: refusedForm(values, issues) } : { ok: true, data: quotas };
}

/** Which field a refusal of the server belongs to. */
export const fieldOf: Readonly<Record<string, string>> = { "capacity-below-taken": "capacity", "quota-below-taken": "quota", "choose-event": "attendedOwnerId", "choose-network": "networkId", "choose-guests": "person", "guest-has-booking": "person", dateAhead: "day", deadlineAhead: "bookBy", hasReason: "reason" };

/** What is pressed on a booking's page. */
export const bookingIntents = ["accept", "decline", "cancel", "swap", "door"] as const;
export function bookingIntentOf(values: FormValues): (typeof bookingIntents)[number] | undefined {
  return bookingIntents.find((intent) => intent === valueOf({ values, errors: {} }, "intent"));
}
