import { system } from "~/workflow/actor.server";
import { begin, fireWithin } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import type { Tx } from "~/workflow/process.server";
import type { Question } from "./questions";

export interface ToAsk {
  /** The day, or the cohort for the follow-up of its impact. */
  readonly ownerId: string;
  readonly regionId: string;
  readonly title: string;
  readonly personIds: readonly string[];
  /** ISO day until which it can be answered. */
  readonly closesOn: string;
  readonly questions: readonly Question[];
}

/** Asks everybody who has not been asked yet what they thought, inside the owner's transaction. The questions are those of the first asking. */
export async function askThem(tx: Tx, { ownerId, regionId, title, personIds, closesOn, questions }: ToAsk): Promise<number> {
  await tx.$executeRaw`INSERT INTO evaluation_box (owner_id, form) VALUES (${ownerId}::uuid, ${JSON.stringify(questions)}::jsonb) ON CONFLICT DO NOTHING`;
  // Two lists of who came, sent at once, ask nobody twice: the box is the lock.
  await tx.$queryRaw`SELECT owner_id FROM evaluation_box WHERE owner_id = ${ownerId}::uuid FOR UPDATE`;
  const known = new Set((await tx.evaluation.findMany({ where: { ownerId }, select: { personId: true } })).map(({ personId }) => personId));
  const posts = await tx.post.findMany({ where: { regionId, authorityId: null, kind: "sli-coordinator" }, select: { id: true } });
  const fresh = [...new Set(personIds)].filter((id) => !known.has(id));
  for (const personId of fresh) {
    const id = uuidv7();
    await begin(
      {
        id, machine: "evaluation", regionId, parentId: ownerId, title, actor: system,
        parties: [{ role: "attendee", personId }, ...posts.map((post) => ({ role: "coordinator", postId: post.id }))],
        write: async (inner) => void (await inner.evaluation.create({ data: { id, ownerId, personId, closesOn: new Date(`${closesOn}T00:00:00Z`) }, select: { id: true } })),
      },
      tx,
    );
    const opened = await fireWithin(tx, { workflowId: id, event: "evaluation.open", actor: system });
    if (opened.kind !== "moved") throw new Error(`an evaluation could not be opened: ${JSON.stringify(opened)}`);
  }
  return fresh.length;
}

/** Takes the question back from those who are noted as not there after all and have not answered. */
export async function takeBack(tx: Tx, ownerId: string, personIds: readonly string[]): Promise<void> {
  const open = await tx.evaluation.findMany({ where: { ownerId, personId: { in: [...personIds] }, workflow: { state: "open" } }, select: { id: true } });
  for (const { id } of open) await fireWithin(tx, { workflowId: id, event: "evaluation.void", actor: system });
}
