import { z } from "zod";

import { readDate } from "~/ui/dates";
import { optional, required } from "~/ui/fields";
import { refusedForm, valueOf, type FormIssue, type FormState, type FormValues } from "~/ui/form-state";
import type { Score } from "./nominating.server";
import type { AwardDetails } from "./running.server";

type Read<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly form: FormState };

const fields = z.object({
  title: required("Enter what it is called", 100),
  about: optional("What it is about", 4000),
  criteria: required("Enter what the judges look for", 2000),
  shortlist: z.string({ error: "Enter how many are shortlisted" }).trim().regex(/^([1-9]|[1-4]\d|50)$/, "Enter how many are shortlisted at most, from 1 to 50").transform(Number),
});

/** The last day to nominate, as typed. */
export function readClosesOn(values: FormValues, today: string): { readonly day: string } | { readonly issue: string } {
  const date = readDate(values, "closesOn", "The last day to nominate");
  if (!date.ok) return { issue: date.message };
  if (!date.date) return { issue: "Enter the last day to nominate" };
  return date.date < today ? { issue: "The last day to nominate must be today or later" } : { day: date.date };
}

/** An award as the coordinator types it. */
export function readAward(values: FormValues, { today }: { readonly today: string }): Read<AwardDetails> {
  const parsed = fields.safeParse(values);
  const closes = readClosesOn(values, today);
  const issues: FormIssue[] = parsed.success ? [] : [...parsed.error.issues];
  if ("issue" in closes) issues.push({ path: ["closesOn"], message: closes.issue });
  if (!parsed.success || "issue" in closes) return { ok: false, form: refusedForm(values, issues) };
  return { ok: true, data: { ...parsed.data, closesOn: closes.day } };
}

const nominationFields = z.object({ team: required("Enter the team", 120), text: required("Say why the team deserves it", 4000) });

/** A nomination as its authority types it. */
export function readNomination(values: FormValues): Read<{ readonly team: string; readonly text: string }> {
  const parsed = nominationFields.safeParse(values);
  return parsed.success ? { ok: true, data: parsed.data } : { ok: false, form: refusedForm(values, parsed.error.issues) };
}

/** What a judge gives to each nomination; those left empty are left for later. */
export function readScores(values: FormValues, ids: readonly string[]): Read<ReadonlyMap<string, Score>> {
  const form = { values, errors: {} };
  const scores = new Map<string, Score>();
  const issues: FormIssue[] = [];
  for (const id of ids) {
    const score = valueOf(form, `score-${id}`);
    const comment = valueOf(form, `comment-${id}`).trim();
    if (score === "" && comment === "") continue;
    if (!/^[1-5]$/.test(score)) issues.push({ path: [`score-${id}`], message: "Give it from 1 to 5, or leave the comment empty too" });
    if (comment.length > 1000) issues.push({ path: [`comment-${id}`], message: "The comment must be 1,000 characters or fewer" });
    scores.set(id, { score: Number(score), comment });
  }
  if (scores.size === 0 && issues.length === 0) issues.push({ path: [`score-${ids[0] ?? ""}`], message: "Judge at least one nomination" });
  return issues.length > 0 ? { ok: false, form: refusedForm(values, issues) } : { ok: true, data: scores };
}

export const fieldOf: Readonly<Record<string, string>> = { hasReason: "reason", deadlineAhead: "closesOn", "choose-judges": "person", "write-team": "team", "write-text": "text", "nominated-already": "team", hasShortlist: "chosen", hasWinner: "winner", "not-shortlisted": "winner", "not-of-your-authority": "authorityId" };
