import { now } from "~/platform/clock.server";

import type { Party } from "./fire.server";
import { awaitedRoles } from "./notices.server";
import type { Tx } from "./process.server";

/**
 * Puts somebody on a record. Done again, it changes nothing. Called inside the `write` of a transition
 * or in a transaction of its own; what waits for the role in the present state waits for them at once.
 */
export async function addParty(tx: Tx, workflowId: string, party: Party): Promise<void> {
  const workflow = await tx.workflow.findUniqueOrThrow({ where: { id: workflowId }, select: { machine: true, state: true } });
  await tx.$executeRawUnsafe(
    `INSERT INTO workflow_party (workflow_id, role, post_id, person_id, "from", waiting)
     VALUES ($1::uuid, $2, $3::uuid, $4::uuid, $5::timestamptz, $6)
     ON CONFLICT (workflow_id, role, post_id, person_id) WHERE "to" IS NULL DO NOTHING`,
    workflowId,
    party.role,
    party.postId ?? null,
    party.personId ?? null,
    now().toISOString(),
    awaitedRoles(workflow.machine, workflow.state).has(party.role),
  );
}

/** Takes somebody off a record, from now. */
export async function endParty(tx: Tx, workflowId: string, party: Party): Promise<void> {
  await tx.workflowParty.updateMany({
    where: { workflowId, role: party.role, postId: party.postId ?? null, personId: party.personId ?? null, to: null },
    data: { to: now(), waiting: false },
  });
}

/** The same post or person in another role: an author whose chapters are complete, a chief executive who has endorsed. */
export async function changeRole(tx: Tx, workflowId: string, change: { from: string; to: string; postId?: string; personId?: string }): Promise<void> {
  const { from, to, ...who } = change;
  const ended = await tx.workflowParty.updateMany({
    where: { workflowId, role: from, postId: who.postId ?? null, personId: who.personId ?? null, to: null },
    data: { to: now(), waiting: false },
  });
  if (ended.count > 0) await addParty(tx, workflowId, { role: to, ...who });
}
