import type { LoggedEvent } from "./chain.server";
import type { DeadlineChanges } from "./due.server";
import { awaitedRoles, type Notice } from "./notices.server";
import type { Tx } from "./process.server";

export interface Change {
  readonly row: LoggedEvent;
  readonly prevHash: string;
  readonly hash: string;
  readonly machine: string;
  /** The compare-and-swap: the revision that was read under the lock. */
  readonly expectedRevision: number;
  readonly notices: readonly Notice[];
  readonly deadlines: DeadlineChanges;
}

/**
 * Everything one transition writes, in one statement: the state, the log row, the emails with their
 * jobs, emails no longer worth sending, deadlines closed and opened, and for whom something now waits.
 * Returns false when somebody moved first.
 */
export async function applyChange(tx: Tx, change: Change): Promise<boolean> {
  const { row } = change;
  const [result] = await tx.$queryRawUnsafe<[{ moved: number; jobs: number }]>(
    `WITH moved AS (
       UPDATE workflow SET state = $4, revision = revision + 1, machine_version = $5, head_hash = $6,
              since = CASE WHEN state = $4 AND revision > 0 THEN since ELSE $7::timestamptz END
        WHERE id = $1::uuid AND revision = $2 RETURNING id
     ), logged AS (
       INSERT INTO workflow_event (id, workflow_id, seq, event, from_state, to_state, actor_id, actor_role, on_behalf_of,
              channel, payload, machine_version, request_key, at, prev_hash, hash)
       SELECT $8::uuid, id, $3, $9, $10, $4, $11::uuid, $12, $13::uuid, $14, $15::jsonb, $5, $16, $7::timestamptz, $17, $6
         FROM moved RETURNING id
     ), closed AS (
       UPDATE deadline SET closed_at = $7::timestamptz, next_at = NULL
         FROM moved WHERE deadline.workflow_id = moved.id AND deadline.id = ANY($18::uuid[])
     ), kept AS (
       UPDATE deadline SET state = $4 FROM moved WHERE deadline.id = ANY($19::uuid[]) AND deadline.state <> $4
     ), opened AS (
       INSERT INTO deadline (workflow_id, state, name, due_at, fires, opened_at, handled_to, next_at)
       SELECT moved.id, $4, d.name, d."dueAt", d.fires, $7::timestamptz, $7::timestamptz, d."nextAt"
         FROM moved, jsonb_to_recordset($20::jsonb) AS d(name text, "dueAt" timestamptz, fires text, "nextAt" timestamptz)
     ), superseded AS (
       UPDATE outbox_email SET superseded_at = $7::timestamptz
         FROM moved
        WHERE outbox_email.workflow_id = moved.id AND sent_at IS NULL AND failed_at IS NULL AND superseded_at IS NULL
          AND while_in <> '{}' AND NOT ($4 = ANY(while_in))
     ), waiting AS (
       UPDATE workflow_party SET waiting = (role = ANY($21::text[]))
         FROM moved
        WHERE workflow_party.workflow_id = moved.id AND "to" IS NULL AND waiting <> (role = ANY($21::text[]))
     ), mail AS (
       INSERT INTO outbox_email (workflow_id, event_id, template, person_id, role, address, props, urgency, while_in,
              created_at, send_after, failed_at, last_error)
       SELECT $1::uuid, logged.id, e.template, e."personId", e.role, e.address, e.props, e.urgency,
              ARRAY(SELECT jsonb_array_elements_text(e."whileIn")), $7::timestamptz, $7::timestamptz,
              CASE WHEN e.undeliverable IS NOT NULL THEN $7::timestamptz END, e.undeliverable
         FROM logged, jsonb_to_recordset($22::jsonb)
           AS e(template text, "personId" uuid, role text, address text, props jsonb, urgency text, "whileIn" jsonb, undeliverable text)
       ON CONFLICT DO NOTHING RETURNING id, urgency, failed_at
     ), job AS (
       SELECT graphile_worker.add_job('send-email', json_build_object('id', id), job_key => 'email:' || id, max_attempts => 12)
         FROM mail WHERE urgency = 'now' AND failed_at IS NULL
     )
     SELECT (SELECT count(*) FROM moved)::int AS moved, (SELECT count(*) FROM job)::int AS jobs`,
    row.workflowId,
    change.expectedRevision,
    row.seq,
    row.toState,
    row.machineVersion,
    change.hash,
    row.at,
    row.id,
    row.event,
    row.fromState,
    row.actorId,
    row.actorRole,
    row.onBehalfOf,
    row.channel,
    JSON.stringify(row.payload),
    row.requestKey,
    change.prevHash,
    change.deadlines.close,
    change.deadlines.keep,
    JSON.stringify(change.deadlines.open),
    [...awaitedRoles(change.machine, row.toState)],
    JSON.stringify(change.notices),
  );
  return result.moved === 1;
}
