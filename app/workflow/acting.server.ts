import type { Actor } from "./actor.server";
import { fire, type FireRequest, type FireResult } from "./fire.server";
import type { Payload, Tx } from "./process.server";
import { inTransaction } from "./transaction.server";

/** Who takes a step, and what their page carried: `expectedRevision` is the record's, as the page showed it; `requestKey` makes a double press one act. */
export interface Acting {
  readonly actor: Actor;
  readonly expectedRevision?: number | undefined;
  readonly requestKey?: string | undefined;
}

/** What a step brings with it, in its own transaction. */
export type Beside = Pick<FireRequest, "payload" | "addressees" | "first" | "write" | "settle">;

/** Thrown by a write to say no: everything is rolled back, and the verb answers "refused" with this reason. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(readonly reason: string) {
    super(reason);
  }
}

export type Refused = { readonly kind: "refused"; readonly reason: string };

/** Fires one event of a record for somebody at a page, with what is written beside it in the same transaction. */
export function act(workflowId: string, { actor, expectedRevision, requestKey }: Acting, event: string, beside: Beside = {}): Promise<FireResult> {
  return orRefusal(() => fire({ workflowId, event, actor, expectedRevision, requestKey, ...beside }));
}

/** A Refusal thrown on the way is the answer; anything else is a bug. */
export async function orRefusal<Result>(work: () => Promise<Result>): Promise<Result | Refused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", reason: error.reason };
    throw error;
  }
}

/** Runs a write that moves no state, in one transaction; a Refusal undoes it and is the answer. */
export function writing<Done>(work: (tx: Tx) => Promise<Done>): Promise<Done | Refused> {
  return orRefusal(() => inTransaction(work));
}

/** The text of a reason is for those who may read the record, and is kept there; the log and the emails only learn that there is one. */
export function withReason(reason: string): { readonly payload: Payload; readonly text: string } {
  const text = reason.trim();
  return { payload: { hasReason: text !== "" }, text };
}

/** The person who acts. The system has no name: a verb that writes one refuses it. */
export function personOf(actor: Actor): string {
  if (actor.kind !== "person") throw new Refusal("not-your-role");
  return actor.personId;
}
