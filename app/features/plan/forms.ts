import { z } from "zod";

import { readDate } from "~/ui/dates";
import { required } from "~/ui/fields";
import { refusedForm, valueOf, type FormIssue, type FormState, type FormValues } from "~/ui/form-state";
import type { Details, NewAction, NewWorkstream } from "./drafting.server";
import { statuses, type Status } from "./words";

/** Something chosen from a list: the id of a row. */
const chosen = (ask: string) => z.string({ error: ask }).regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, ask);

export type Read<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly form: FormState };

const days = [["startsOn", "The first day"], ["endsOn", "The last day"], ["consultBy", "The last day for comments"]] as const;

/** The day of a field, or what is wrong with it added to the issues. */
function dayFrom(values: FormValues, name: string, what: string, issues: FormIssue[]): string {
  const read = readDate(values, name, what);
  if (read.ok && read.date) return read.date;
  issues.push({ path: [name], message: read.ok ? `Enter ${what.charAt(0).toLowerCase()}${what.slice(1)}` : read.message });
  return "";
}

/** What a plan is called and when it runs. Everything wrong is said together. */
export function readDetails(values: FormValues): Read<Details> {
  const parsed = z.object({ name: required("Enter what the plan is called", 120) }).safeParse(values);
  const issues: FormIssue[] = parsed.success ? [] : [...parsed.error.issues];
  const [startsOn = "", endsOn = "", consultBy = ""] = days.map(([name, what]) => dayFrom(values, name, what, issues));
  if (startsOn && endsOn && endsOn <= startsOn) issues.push({ path: ["endsOn"], message: "The last day must come after the first" });
  if (startsOn && consultBy && consultBy >= startsOn) issues.push({ path: ["consultBy"], message: "Comments must end before the plan begins" });
  if (!parsed.success || issues.length > 0) return { ok: false, form: refusedForm(values, issues) };
  return { ok: true, data: { ...parsed.data, startsOn, endsOn, consultBy } };
}

const streamFields = z.object({
  streamTitle: required("Enter what the workstream is called", 120),
  priorityId: chosen("Choose the priority it belongs to"),
  sponsorPostId: chosen("Choose its sponsor"),
  leadPostId: chosen("Choose its lead"),
});

export function readStream(values: FormValues): Read<NewWorkstream> {
  const parsed = streamFields.safeParse(values);
  if (!parsed.success) return { ok: false, form: refusedForm(values, parsed.error.issues) };
  const { streamTitle: title, ...rest } = parsed.data;
  return { ok: true, data: { title, ...rest } };
}

const actionFields = z.object({ workstreamId: chosen("Choose the workstream"), text: required("Enter what is done", 500), ownerPostId: chosen("Choose who sees to it") });

export function readAction(values: FormValues): Read<NewAction> {
  const parsed = actionFields.safeParse(values);
  const issues: FormIssue[] = parsed.success ? [] : [...parsed.error.issues];
  const doneBy = dayFrom(values, "doneBy", "The day by which it is done", issues);
  if (!parsed.success || issues.length > 0) return { ok: false, form: refusedForm(values, issues) };
  return { ok: true, data: { ...parsed.data, doneBy } };
}

export interface UpdateRead {
  readonly status: Status;
  readonly narrative: string;
  readonly recovery: string;
  readonly recoveryBy: string;
}

/** How a workstream stands: where it is not on track, also what is done to recover, and by when. */
export function readUpdate(values: FormValues, today: string): Read<UpdateRead> {
  const parsed = z.object({ status: z.enum(statuses, { error: "Choose how it stands" }), narrative: required("Say in a few sentences how it stands", 4000) }).safeParse(values);
  const issues: FormIssue[] = parsed.success ? [] : [...parsed.error.issues];
  const form = { values, errors: {} };
  if (["atRisk", "offTrack"].includes(valueOf(form, "status"))) {
    const recovery = required("Say what is done to recover", 500).safeParse(valueOf(form, "recovery"));
    if (!recovery.success) issues.push({ path: ["recovery"], message: recovery.error.issues[0]?.message ?? "Say what is done to recover" });
    const recoveryBy = dayFrom(values, "recoveryBy", "The day by which the recovery action is done", issues);
    if (recoveryBy && recoveryBy <= today) issues.push({ path: ["recoveryBy"], message: "The day by which the recovery action is done must lie ahead" });
    if (parsed.success && recovery.success && issues.length === 0) return { ok: true, data: { ...parsed.data, recovery: recovery.data, recoveryBy } };
  }
  if (!parsed.success || issues.length > 0) return { ok: false, form: refusedForm(values, issues) };
  return { ok: true, data: { ...parsed.data, recovery: "", recoveryBy: "" } };
}

/** A reason, a comment, an answer or a review. */
export function readWords(values: FormValues, name: string, ask: string): Read<string> {
  const read = required(ask, 8000).safeParse(valueOf({ values, errors: {} }, name));
  return read.success ? { ok: true, data: read.data } : { ok: false, form: refusedForm(values, [{ path: [name], message: read.error.issues[0]?.message ?? ask }]) };
}
