import type { Actor } from "~/workflow/actor.server";
import { fire, type FireRequest, type FireResult } from "~/workflow/fire.server";
import type { Payload, Tx } from "~/workflow/process.server";
import { seatOwnDirector } from "./employer.server";

/** What every verb takes. `expectedRevision` is the workflow's, as the page showed it; `requestKey` makes a double press one act. */
export interface Act {
  readonly challengerId: string;
  readonly actor: Actor;
  readonly expectedRevision?: number | undefined;
  readonly requestKey?: string | undefined;
}

/** Thrown by a write to say no: everything is rolled back and the verb answers "refused" with this reason. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** Fires one event of a challenger, with what is written beside it. Their own director is whoever directs the authority that employs them today. */
export async function act(given: Act, event: string, beside: Pick<FireRequest, "payload" | "addressees" | "write" | "settle"> = {}): Promise<FireResult> {
  const { write, ...rest } = beside;
  return orRefusal(() =>
    fire({
      workflowId: given.challengerId,
      event,
      actor: given.actor,
      ...(given.expectedRevision === undefined ? {} : { expectedRevision: given.expectedRevision }),
      ...(given.requestKey === undefined ? {} : { requestKey: given.requestKey }),
      ...rest,
      write: async (tx, workflow) => {
        await seatOwnDirector(tx, given.challengerId);
        await write?.(tx, workflow);
      },
    }),
  );
}

/** A refusal thrown inside a transaction as a value. */
export async function orRefusal<Result>(work: () => Promise<Result>): Promise<Result | { kind: "refused"; reason: string }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", reason: error.reason };
    throw error;
  }
}

/** The text of a reason is kept on the record for those who may read it; the log and the letters only learn that there is one. */
export function withReason(reason: string): { payload: Payload; text: string } {
  const text = reason.trim();
  return { payload: { hasReason: text !== "" }, text };
}

export async function keepReason(tx: Tx, id: string, text: string): Promise<void> {
  await tx.challenger.update({ where: { id }, data: { reason: text === "" ? null : text }, select: { id: true } });
}

/** The person who acts. The system has no name: a verb that writes one refuses it. */
export function personOf(actor: Actor): string {
  if (actor.kind !== "person") throw new Refusal("not-your-role");
  return actor.personId;
}

/** A `@db.Date` as an ISO day, and back. */
export const dayText = (date: Date): string => date.toISOString().slice(0, 10);
export const dayDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
