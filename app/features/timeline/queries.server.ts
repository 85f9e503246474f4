import { db } from "~/platform/db.server";
import { formatDateTime } from "~/ui/dates";
import { timelineOf, type TimelineEmail } from "~/workflow/timeline.server";

import type { RecordEntry } from "./entry";

/**
 * The timeline of a record, newest first, ready for `RecordTimeline`. The caller has already asked
 * whether this person may see the record.
 * @param emails whether to list who was emailed: for those who run the record or are its own people
 * @param reasons whether to show the reasons kept in the log: for records whose reasons are for everybody who sees them
 */
export async function recordTimeline(workflowId: string, { emails, reasons = false }: { emails: boolean; reasons?: boolean }): Promise<RecordEntry[]> {
  const [entries, payloads] = await Promise.all([
    timelineOf(workflowId),
    reasons ? db.workflowEvent.findMany({ where: { workflowId }, select: { id: true, payload: true } }) : [],
  ]);
  const reasonOf = new Map(payloads.map(({ id, payload }) => [id, textIn(payload, "reason") ?? textIn(payload, "authority")]));
  return entries.map((entry) => ({
    id: entry.id,
    at: entry.at.toISOString(),
    what: sentence(entry.happened),
    by: entry.actorName ?? "Candour",
    onBehalfOf: entry.onBehalfOf,
    moved: entry.fromLabel === entry.toLabel ? null : entry.toLabel,
    reason: reasonOf.get(entry.id) ?? null,
    emails: emails ? entry.emails.map((email) => ({ to: email.to, subject: email.subject ?? "Email being prepared", status: deliveryOf(email) })) : [],
  }));
}

/** How an email stands, in words. */
function deliveryOf({ sentAt, failedAt, supersededAt }: TimelineEmail): string {
  if (sentAt) return `sent ${formatDateTime(sentAt)}`;
  if (supersededAt) return "not sent: no longer needed";
  if (failedAt) return "could not be delivered";
  return "on its way";
}

function textIn(payload: unknown, key: string): string | null {
  if (typeof payload !== "object" || payload === null) return null;
  const value = (payload as Readonly<Record<string, unknown>>)[key];
  return typeof value === "string" && value !== "" ? value : null;
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
