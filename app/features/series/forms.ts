import { z } from "zod";

import { number, readOccasion, type Read } from "~/features/event/forms";
import { kinds } from "~/features/event/words";
import { postKinds } from "~/features/people/posts";
import { readDate } from "~/ui/dates";
import { optional, required } from "~/ui/fields";
import { refusedForm, type FormIssue, type FormValues } from "~/ui/form-state";
import { MOST_SESSIONS } from "./pattern";
import type { NewSeries } from "./planning.server";

const fields = z.object({
  title: required("Enter what it is called", 100),
  kind: z.enum(kinds, { error: "Choose what kind of sessions they are" }),
  about: optional("What it is about", 4000),
  coversKind: z.enum(["", ...postKinds]).default(""),
  everyWeeks: z.enum(["1", "2", "4"], { error: "Choose how often" }).transform(Number),
  count: number("Enter how many sessions there are", MOST_SESSIONS),
  bookByBefore: number("Enter how many working days before each session booking closes", 40),
  audience: z.enum(["region", "attended"], { error: "Choose who can book" }),
  attendedOwnerId: optional("The event", 60),
  quota: z.string().trim().default("").refine((text) => text === "" || /^[1-9]\d{0,2}$/.test(text), "Places of one authority must be a whole number from 1 to 999, or empty").transform((text) => (text === "" ? null : Number(text))),
  offerHours: number("Enter for how many working hours an offered place is kept", 80),
});

/** A series as the coordinator types it: what it is, the pattern of its days, and what every session has in common. */
export function readNewSeries(values: FormValues, { today }: { readonly today: string }): Read<Omit<NewSeries, "regionId" | "actor" | "requestKey">> {
  const parsed = fields.safeParse(values);
  const occasion = readOccasion(values);
  const first = readDate(values, "first", "The first day");
  const issues: FormIssue[] = parsed.success ? [] : [...parsed.error.issues];
  if (!first.ok) issues.push({ path: ["first"], message: first.message });
  else if (!first.date) issues.push({ path: ["first"], message: "Enter the day of the first session" });
  else if (first.date <= today) issues.push({ path: ["first"], message: "The first day must lie ahead" });
  if (parsed.success && parsed.data.audience === "attended" && parsed.data.attendedOwnerId === "") issues.push({ path: ["attendedOwnerId"], message: "Choose the event they took part in" });
  if (!parsed.success || !occasion.ok || !first.ok || !first.date || issues.length > 0) {
    return { ok: false, form: { values, errors: { ...refusedForm(values, issues).errors, ...(occasion.ok ? {} : occasion.form.errors) } } };
  }
  const { title, kind, about, coversKind, everyWeeks, count, bookByBefore, audience, attendedOwnerId, quota, offerHours } = parsed.data;
  return {
    ok: true,
    data: {
      details: { title, kind, about }, coversKind: coversKind || null, pattern: { first: first.date, everyWeeks, count }, date: occasion.data, bookByBefore,
      rules: { audience, attendedOwnerId: audience === "attended" ? attendedOwnerId : null, anyTicket: false, quota, offerHours },
    },
  };
}
