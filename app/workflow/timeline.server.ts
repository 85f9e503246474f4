import { pool } from "~/platform/db.server";

import { processOf } from "./process.server";

export interface TimelineEmail {
  readonly id: string;
  readonly to: string;
  readonly role: string;
  readonly template: string;
  readonly subject: string | null;
  readonly sentAt: Date | null;
  readonly failedAt: Date | null;
  readonly supersededAt: Date | null;
}

export interface TimelineEntry {
  readonly id: string;
  readonly at: Date;
  readonly event: string;
  /** In the past, after a name: "signed the declaration". */
  readonly happened: string;
  readonly actorName: string | null;
  readonly onBehalfOf: string | null;
  readonly fromLabel: string;
  readonly toLabel: string;
  readonly emails: readonly TimelineEmail[];
}

interface Row extends Omit<TimelineEntry, "happened" | "fromLabel" | "toLabel" | "emails"> {
  readonly machine: string;
  readonly fromState: string;
  readonly toState: string;
  readonly emails: readonly (Omit<TimelineEmail, "sentAt" | "failedAt" | "supersededAt"> & Record<"sentAt" | "failedAt" | "supersededAt", string | null>)[];
}

/** Who did what on a record, when, on whose behalf, and which emails went out: newest first. */
export async function timelineOf(workflowId: string): Promise<TimelineEntry[]> {
  const { rows } = await pool.query<Row>({
    name: "timeline",
    text: `
      SELECT w.machine, v.id, v.at, v.event, v.from_state AS "fromState", v.to_state AS "toState",
             actor.name AS "actorName", post.title AS "onBehalfOf", coalesce(e.emails, '[]') AS emails
        FROM workflow_event v
        JOIN workflow w ON w.id = v.workflow_id
        LEFT JOIN person actor ON actor.id = v.actor_id
        LEFT JOIN post ON post.id = v.on_behalf_of
        LEFT JOIN LATERAL (
          SELECT json_agg(json_build_object('id', o.id, 'to', coalesce(person.name, o.address), 'role', o.role, 'template', o.template, 'subject', o.subject,
                   'sentAt', o.sent_at, 'failedAt', o.failed_at, 'supersededAt', o.superseded_at) ORDER BY o.created_at) AS emails
            FROM outbox_email o LEFT JOIN person ON person.id = o.person_id
           WHERE o.event_id = v.id
        ) e ON true
       WHERE v.workflow_id = $1
       ORDER BY v.seq DESC`,
    values: [workflowId],
  });
  return rows.map(({ machine, fromState, toState, emails, ...entry }) => {
    const process = processOf(machine);
    return {
      ...entry,
      happened: process.happened(entry.event),
      fromLabel: process.label(fromState),
      toLabel: process.label(toState),
      emails: emails.map((email) => ({ ...email, sentAt: instant(email.sentAt), failedAt: instant(email.failedAt), supersededAt: instant(email.supersededAt) })),
    };
  });
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
