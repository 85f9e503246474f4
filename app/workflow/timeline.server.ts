import { db } from "~/platform/db.server";

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

/** Who did what on a record, when, on whose behalf, and which emails went out: newest first. */
export async function timelineOf(workflowId: string): Promise<TimelineEntry[]> {
  const workflow = await db.workflow.findUnique({
    where: { id: workflowId },
    select: {
      machine: true,
      events: {
        orderBy: { seq: "desc" },
        select: {
          id: true, at: true, event: true, fromState: true, toState: true,
          actor: { select: { name: true } },
          behalf: { select: { title: true } },
          emails: {
            orderBy: { createdAt: "asc" },
            select: {
              id: true, role: true, template: true, subject: true, sentAt: true, failedAt: true, supersededAt: true, address: true,
              person: { select: { name: true } },
            },
          },
        },
      },
    },
  });
  if (!workflow) return [];
  const process = processOf(workflow.machine);
  return workflow.events.map((event) => ({
    id: event.id,
    at: event.at,
    event: event.event,
    happened: process.happened(event.event),
    actorName: event.actor?.name ?? null,
    onBehalfOf: event.behalf?.title ?? null,
    fromLabel: process.label(event.fromState),
    toLabel: process.label(event.toState),
    emails: event.emails.map(({ person, address, ...email }) => ({ ...email, to: person?.name ?? address })),
  }));
}
