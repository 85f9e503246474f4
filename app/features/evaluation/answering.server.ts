import { act, type Acting } from "~/workflow/acting.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { answersOf, type Answer } from "./questions";

/**
 * Puts an answer among the others of its day. All of them are in one row, in the order of their text, and
 * are written anew each time: neither their order nor the database's own marks on a row say whose is whose.
 * The log learns that this person has answered, never what.
 */
export function giveAnswer({ evaluationId, answer, ...given }: Acting & { readonly evaluationId: string; readonly answer: Answer | null }): Promise<FireResult> {
  return act(evaluationId, given, "evaluation.give", {
    payload: { answered: answer !== null },
    settle: async (tx) => {
      if (answer) await putIn(tx, evaluationId, answer);
    },
  });
}

async function putIn(tx: Tx, evaluationId: string, answer: Answer): Promise<void> {
  const { ownerId } = await tx.evaluation.findUniqueOrThrow({ where: { id: evaluationId }, select: { ownerId: true } });
  const [box] = await tx.$queryRaw<{ answers: unknown }[]>`SELECT answers FROM evaluation_box WHERE owner_id = ${ownerId}::uuid FOR UPDATE`;
  if (!box) throw new Error("there is no box for these answers");
  const all = [...answersOf(box.answers), answer].map((one) => JSON.stringify(Object.fromEntries(Object.entries(one).sort()))).sort();
  await tx.$executeRaw`UPDATE evaluation_box SET answers = ${`[${all.join(",")}]`}::jsonb WHERE owner_id = ${ownerId}::uuid`;
}
