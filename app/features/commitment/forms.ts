import { z } from "zod";

import { childDataIn } from "~/features/child-data";
import { readDate } from "~/ui/dates";
import { required } from "~/ui/fields";
import { refusedForm, type FormIssue, type FormState, type FormValues } from "~/ui/form-state";

const fields = z.object({
  text: required("Enter what you commit to", 500),
  ownerPostId: z.string().default(""),
  recommendationId: z.string().default(""),
});

export interface Commitment extends z.infer<typeof fields> {
  /** ISO day. */
  readonly doneBy: string;
}

/** Everybody who was there reads it: what looks like a child's details has to be taken out. */
export function childWords(text: string): string | null {
  const [hit] = childDataIn(text);
  return hit ? `Take “${hit.excerpt}” out: it may identify a child, and everybody who was there can read this` : null;
}

/** What somebody commits to, as they type it on a phone: one sentence and a day. Everything wrong is said together. */
export function readCommitment(values: FormValues, today: string): { readonly ok: true; readonly data: Commitment } | { readonly ok: false; readonly form: FormState } {
  const parsed = fields.safeParse(values);
  const day = readDate(values, "doneBy", "The day by which it is done");
  const issues: FormIssue[] = parsed.success ? [] : [...parsed.error.issues];
  const child = parsed.success ? childWords(parsed.data.text) : null;
  if (child) issues.push({ path: ["text"], message: child });
  if (!day.ok) issues.push({ path: ["doneBy"], message: day.message });
  else if (!day.date) issues.push({ path: ["doneBy"], message: "Enter the day by which it is done" });
  else if (day.date <= today) issues.push({ path: ["doneBy"], message: "The day by which it is done must lie ahead" });
  if (!parsed.success || !day.ok || !day.date || issues.length > 0) return { ok: false, form: refusedForm(values, issues) };
  return { ok: true, data: { ...parsed.data, doneBy: day.date } };
}

/** A reason, a note or what came of it. */
export function readWords(text: string, ask: string): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string } {
  const read = required(ask, 4000).safeParse(text);
  if (!read.success) return { ok: false, message: read.error.issues[0]?.message ?? ask };
  const child = childWords(read.data);
  return child ? { ok: false, message: child } : { ok: true, text: read.data };
}
