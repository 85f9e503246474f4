import { now } from "~/platform/clock.server";
import { pool } from "~/platform/db.server";

import type { SignedIn } from "./actor.server";
import { processOf } from "./process.server";

/** One thing that waits for somebody. */
export interface InboxItem {
  readonly workflowId: string;
  readonly machine: string;
  readonly state: string;
  readonly label: string;
  readonly role: string;
  readonly title: string;
  /** As a link says it: "Sign Kent's self-assessment". */
  readonly task: string;
  readonly path: string;
  readonly dueAt: Date | null;
  readonly late: boolean;
  readonly since: Date;
  readonly authority: string | null;
  readonly region: string;
}

interface Row {
  readonly workflowId: string;
  readonly machine: string;
  readonly state: string;
  readonly role: string;
  readonly title: string;
  readonly dueAt: Date | null;
  readonly since: Date;
  readonly authority: string | null;
  readonly region: string;
}

/**
 * What waits for this person, over every process, soonest first: one query that reads only what waits,
 * however many years of finished records their posts have. A record waits once, in the first of their roles.
 */
export async function inboxOf(actor: Pick<SignedIn, "personId" | "holdings">, limit = 200): Promise<InboxItem[]> {
  const { rows } = await pool.query<Row>({
    name: "inbox",
    text: `WITH mine AS (
       SELECT workflow_id, role FROM workflow_party WHERE person_id = $1::uuid AND waiting AND "to" IS NULL
       UNION ALL
       SELECT workflow_id, role FROM workflow_party WHERE post_id = ANY($2::uuid[]) AND waiting AND "to" IS NULL
     ), waiting AS (
       SELECT DISTINCT ON (mine.workflow_id) mine.workflow_id, mine.role, workflow.machine, workflow.state, workflow.title,
              workflow.since, authority.name AS authority, region.name AS region
         FROM mine
         JOIN workflow ON workflow.id = mine.workflow_id
         JOIN workflow_step step ON step.machine = workflow.machine AND step.state = workflow.state AND step.role = mine.role AND step.awaited
         JOIN region ON region.id = workflow.region_id
         LEFT JOIN authority ON authority.id = workflow.authority_id
        ORDER BY mine.workflow_id, mine.role
     )
     SELECT waiting.workflow_id AS "workflowId", machine, waiting.state, role, title, since, authority, region,
            (SELECT min(due_at) FROM deadline WHERE deadline.workflow_id = waiting.workflow_id AND closed_at IS NULL) AS "dueAt"
       FROM waiting ORDER BY "dueAt" NULLS LAST, title LIMIT $3`,
    values: [actor.personId, actor.holdings.map((holding) => holding.postId), limit],
  });
  const moment = now();
  return rows.map((row) => {
    const process = processOf(row.machine);
    const path = process.path(row.workflowId);
    const page = process.taskPage?.(row);
    return {
      ...row,
      label: process.label(row.state),
      task: process.task(row),
      path: page ? `${path}/${page}` : path,
      late: row.dueAt !== null && row.dueAt < moment,
    };
  });
}
