import { now } from "~/platform/clock.server";
import { db, pool } from "~/platform/db.server";
import type { Actor, SignedIn } from "~/workflow/actor.server";
import { fire } from "~/workflow/fire.server";

import { regionsRunBy } from "./access.server";
import type { Press, Reminded, RemindResult } from "./acts";
import { runs } from "./creating.server";

interface Waiting {
  readonly id: string;
  readonly authority: string;
  readonly posts: readonly string[];
  readonly persons: readonly string[];
  readonly names: readonly string[];
}

/**
 * Reminds those who hold the next step of each chosen self-assessment, in one press. Each reminder is
 * its own transition with its own email and log line; the answer says who was told and who could not be.
 * Ids that are not of this round are passed over.
 */
export async function remindChosen(cycleId: string, selfAssessmentIds: readonly string[], actor: Actor, press: Press = {}): Promise<RemindResult> {
  if (!(await runs(actor, cycleId))) return { kind: "refused", reason: "not-your-role" };
  const chosen = await waitingOn(cycleId, selfAssessmentIds);
  const rows: Reminded[] = [];
  for (const { id, authority, posts, persons, names } of chosen) {
    if (posts.length + persons.length === 0) rows.push({ selfAssessmentId: id, authority, told: [], refused: "nothing-waits" });
    else if (names.length === 0) rows.push({ selfAssessmentId: id, authority, told: [], refused: "post-vacant" });
    else {
      const result = await fire({
        workflowId: id,
        event: "reminder.send",
        actor,
        ...(press.requestKey ? { requestKey: press.requestKey } : {}),
        addressees: { postIds: posts, personIds: persons },
      });
      const sent = result.kind === "moved" || result.kind === "repeated";
      rows.push(sent ? { selfAssessmentId: id, authority, told: names } : { selfAssessmentId: id, authority, told: [], refused: result.kind === "refused" ? result.reason : result.kind });
    }
  }
  return { kind: "reminded", rows };
}

/** What became of one press of the reminder: who was told, from the log itself, and why the others were not. */
export async function remindedBy(cycleId: string, requestKey: string, missed: readonly string[]): Promise<Reminded[]> {
  const events = await db.workflowEvent.findMany({
    where: { requestKey, event: "reminder.send", workflow: { parentId: cycleId } },
    select: { workflowId: true, workflow: { select: { authority: { select: { name: true } } } }, emails: { select: { person: { select: { name: true } } } } },
  });
  const told = events.map((event) => ({
    selfAssessmentId: event.workflowId,
    authority: event.workflow.authority?.name ?? "",
    told: event.emails.flatMap(({ person }) => (person ? [person.name] : [])).sort(),
  }));
  const others = missed.filter((id) => !told.some((row) => row.selfAssessmentId === id));
  const left = (await waitingOn(cycleId, others)).map(({ id, authority, posts, persons, names }) => ({
    selfAssessmentId: id,
    authority,
    told: [],
    refused: posts.length + persons.length === 0 ? "nothing-waits" : names.length === 0 ? "post-vacant" : "conflict",
  }));
  return [...told, ...left].sort((a, b) => a.authority.localeCompare(b.authority, "en-GB"));
}

/** Whether this person may remind others of a region's rounds: the chair reads the board, the coordinators chase. */
export function mayRemind(actor: SignedIn, regionId: string): boolean {
  return regionsRunBy(actor).includes(regionId);
}

/** Who holds the next step of each: posts and persons for whom something waits, with the names behind them today. */
async function waitingOn(cycleId: string, ids: readonly string[]): Promise<readonly Waiting[]> {
  const { rows } = await pool.query<Waiting>({
    name: "cycle-waiting-on",
    text: `
      SELECT sa.id, a.name AS authority,
             coalesce(array_agg(DISTINCT p.post_id::text) FILTER (WHERE p.post_id IS NOT NULL), '{}') AS posts,
             coalesce(array_agg(DISTINCT p.person_id::text) FILTER (WHERE p.person_id IS NOT NULL), '{}') AS persons,
             coalesce(array_agg(DISTINCT person.name) FILTER (WHERE person.id IS NOT NULL), '{}') AS names
        FROM self_assessment sa
        JOIN authority a ON a.id = sa.authority_id
        LEFT JOIN workflow_party p ON p.workflow_id = sa.id AND p.waiting AND p.role <> 'coordinator'
             AND p."from" <= $3 AND (p."to" IS NULL OR p."to" > $3)
        LEFT JOIN holding h ON h.post_id = p.post_id AND h."from" <= $3 AND (h."to" IS NULL OR h."to" > $3)
        LEFT JOIN person ON person.id = coalesce(p.person_id, h.person_id) AND (person.left_at IS NULL OR person.left_at > $3)
       WHERE sa.cycle_id = $1 AND sa.id = ANY ($2::uuid[])
       GROUP BY sa.id, a.name ORDER BY a.name`,
    values: [cycleId, ids, now()],
  });
  return rows;
}
