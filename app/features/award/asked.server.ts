import { now } from "~/platform/clock.server";
import { addParty, endParty } from "~/workflow/parties.server";
import type { Tx } from "~/workflow/process.server";

/**
 * Makes exactly those judges the awaited ones who have not judged all they may: their inbox, their
 * reminders. Called inside the `write` or the `settle` of a transition, after its own rows.
 */
export async function awaitJudges(tx: Tx, awardId: string): Promise<void> {
  const owing = await owingOf(tx, awardId);
  const standing = await tx.workflowParty.findMany({ where: { workflowId: awardId, role: "awaitedJudge", to: null }, select: { personId: true } });
  for (const { personId } of standing) if (personId && !owing.includes(personId)) await endParty(tx, awardId, { role: "awaitedJudge", personId });
  for (const personId of owing) await addParty(tx, awardId, { role: "awaitedJudge", personId });
}

/** Judges with a nomination they may judge and have not: one of an authority in which they hold a post is not theirs. */
async function owingOf(tx: Tx, awardId: string): Promise<string[]> {
  const moment = now().toISOString();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.person_id AS id FROM workflow_party p
     WHERE p.workflow_id = ${awardId}::uuid AND p.role = 'judge' AND p."to" IS NULL
       AND EXISTS (
         SELECT 1 FROM award_nomination n JOIN workflow w ON w.id = n.id
          WHERE n.award_id = p.workflow_id AND n.active AND w.state = 'submitted'
            AND NOT EXISTS (SELECT 1 FROM award_score s WHERE s.nomination_id = n.id AND s.judge_id = p.person_id)
            AND NOT EXISTS (SELECT 1 FROM holding h JOIN post o ON o.id = h.post_id
                             WHERE h.person_id = p.person_id AND o.authority_id = n.authority_id
                               AND h."from" <= ${moment}::timestamptz AND (h."to" IS NULL OR h."to" > ${moment}::timestamptz)))
     ORDER BY p.person_id`;
  return rows.map(({ id }) => id);
}
