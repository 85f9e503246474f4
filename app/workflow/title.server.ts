import type { Tx } from "./process.server";

/** Gives a record another title, inside the transition that makes it so: a group whose members have changed. */
export async function retitle(tx: Tx, workflowId: string, title: string): Promise<void> {
  await tx.workflow.update({ where: { id: workflowId }, data: { title }, select: { id: true } });
}

/** Puts a record under another, inside the transition that makes it so: somebody who deferred is nominated for a later cohort. */
export async function reparent(tx: Tx, workflowId: string, parentId: string, title: string): Promise<void> {
  await tx.workflow.update({ where: { id: workflowId }, data: { parentId, title }, select: { id: true } });
}
