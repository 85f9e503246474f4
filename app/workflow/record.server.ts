import { now } from "~/platform/clock.server";

import type { Actor } from "./actor.server";
import type { Tx } from "./process.server";

/** A running process as its row stands. */
export interface WorkflowRow {
  readonly id: string;
  readonly machine: string;
  readonly state: string;
  readonly revision: number;
  readonly regionId: string;
  readonly authorityId: string | null;
  readonly parentId: string | null;
  readonly title: string;
  readonly headHash: string | null;
}

/** A person as they stand on a record at one moment: in a role, by a post or in their own name. */
export interface Holder {
  readonly role: string;
  readonly postId: string | null;
  readonly postTitle: string | null;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly digest: string;
  readonly copyMe: boolean;
}

export interface OpenDeadline {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly dueAt: string;
}

export interface Surroundings {
  readonly holders: readonly Holder[];
  /** Roles that a post has on this record and nobody holds today. */
  readonly vacant: readonly string[];
  readonly deadlines: readonly OpenDeadline[];
  /** Where the same request already led, if it was sent before. */
  readonly repeatedTo: string | null;
}

/** A process in its first state with everybody on it, in one statement. The row is the transaction's own until it ends. */
export async function insertWorkflow(tx: Tx, workflow: WorkflowRow, machineVersion: string, at: Date, parties: readonly { readonly role: string; readonly postId?: string; readonly personId?: string }[]): Promise<void> {
  await tx.$executeRawUnsafe(
    `WITH begun AS (
       INSERT INTO workflow (id, machine, machine_version, state, region_id, authority_id, parent_id, title, since, created_at)
       VALUES ($1::uuid, $2, $3, $4, $5, $6, $7::uuid, $8, $9::timestamptz, $9::timestamptz) RETURNING id
     )
     INSERT INTO workflow_party (workflow_id, role, post_id, person_id, "from")
     SELECT begun.id, p.role, p."postId", p."personId", $9::timestamptz FROM begun, jsonb_to_recordset($10::jsonb) AS p(role text, "postId" uuid, "personId" uuid)`,
    workflow.id, workflow.machine, machineVersion, workflow.state, workflow.regionId, workflow.authorityId, workflow.parentId, workflow.title, at.toISOString(), JSON.stringify(parties),
  );
}

/** The row, locked until the transaction ends: whoever comes second waits, then sees the new revision. */
export async function lockWorkflow(tx: Tx, id: string): Promise<WorkflowRow | undefined> {
  const rows = await tx.$queryRawUnsafe<WorkflowRow[]>(
    `SELECT id, machine, state, revision, region_id AS "regionId", authority_id AS "authorityId",
            parent_id AS "parentId", title, head_hash AS "headHash"
       FROM workflow WHERE id = $1::uuid FOR UPDATE`,
    id,
  );
  return rows[0];
}

/**
 * Everybody on the record now, its open deadlines, and whether this request came before: one query.
 * The region's coordinators come along under the role "#coordinator", for what would be told to nobody.
 */
export async function readSurroundings(tx: Tx, workflow: WorkflowRow, requestKey: string | null, addressees: Addressees): Promise<Surroundings> {
  const [row] = await tx.$queryRawUnsafe<[{ surroundings: Surroundings }]>(
    `WITH party AS (
       SELECT role, post_id, person_id FROM workflow_party
        WHERE workflow_id = $1::uuid AND "from" <= $2::timestamptz AND ("to" IS NULL OR "to" > $2::timestamptz)
       UNION ALL SELECT 'addressee', NULL, unnest($5::uuid[])
       UNION ALL SELECT 'addressee', unnest($6::uuid[]), NULL
       UNION ALL SELECT '#coordinator', id, NULL FROM post
        WHERE region_id = $3 AND kind = 'sli-coordinator' AND authority_id IS NULL
     ), seated AS (
       SELECT party.role, party.post_id, post.title AS post_title, person.id, person.name, person.email, person.digest, person.copy_me
         FROM party
         LEFT JOIN post ON post.id = party.post_id
         LEFT JOIN holding ON holding.post_id = party.post_id
          AND holding."from" <= $2::timestamptz AND (holding."to" IS NULL OR holding."to" > $2::timestamptz)
         LEFT JOIN person ON person.id = coalesce(party.person_id, holding.person_id)
          AND (person.left_at IS NULL OR person.left_at > $2::timestamptz)
     ), holder AS (
       SELECT * FROM seated WHERE id IS NOT NULL
     )
     SELECT json_build_object(
       'holders', coalesce((SELECT json_agg(json_build_object('role', role, 'postId', post_id, 'postTitle', post_title,
          'personId', id, 'name', name, 'email', email, 'digest', digest, 'copyMe', copy_me)) FROM holder), '[]'),
       'vacant', coalesce((SELECT json_agg(DISTINCT role) FROM seated WHERE id IS NULL AND post_id IS NOT NULL), '[]'),
       'deadlines', coalesce((SELECT json_agg(json_build_object('id', id, 'name', name, 'state', state, 'dueAt', due_at))
          FROM deadline WHERE workflow_id = $1::uuid AND closed_at IS NULL), '[]'),
       'repeatedTo', (SELECT to_state FROM workflow_event WHERE workflow_id = $1::uuid AND request_key = $4)
     ) AS surroundings`,
    workflow.id,
    now().toISOString(),
    workflow.regionId,
    requestKey,
    addressees.personIds ?? [],
    addressees.postIds ?? [],
  );
  return row.surroundings;
}

/** Whom one step concerns beyond the record's own parties: a newly assigned author, those reminded. */
export interface Addressees {
  readonly personIds?: readonly string[];
  readonly postIds?: readonly string[];
}

/** The roles an actor holds on a record, by post or in person; `system` for the system itself. */
export function rolesOf(actor: Actor, holders: readonly Holder[]): ReadonlySet<string> {
  if (actor.kind === "system") return new Set(["system"]);
  return new Set(
    holders
      .filter((holder) => holder.personId === actor.personId && holder.role !== "#coordinator" && holder.role !== "addressee")
      .map((holder) => holder.role),
  );
}
