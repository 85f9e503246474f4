import type { Actor } from "~/workflow/actor.server";
import { fire, type FireRequest, type FireResult } from "~/workflow/fire.server";
import type { Payload, Tx } from "~/workflow/process.server";

/** What every verb takes. `expectedRevision` is the workflow's, as the page showed it; `requestKey` makes a double press one act. */
export interface Act {
  readonly visitId: string;
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

/** Fires one event of a visit, with what is written beside it in the same transaction. */
export async function act(given: Act, event: string, beside: Pick<FireRequest, "payload" | "addressees" | "write" | "settle"> = {}): Promise<FireResult> {
  try {
    return await fire({
      workflowId: given.visitId,
      event,
      actor: given.actor,
      ...(given.expectedRevision === undefined ? {} : { expectedRevision: given.expectedRevision }),
      ...(given.requestKey === undefined ? {} : { requestKey: given.requestKey }),
      ...beside,
    });
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", reason: error.reason };
    throw error;
  }
}

/**
 * The reason somebody gives. The text is kept on the visit for those who may read it; the log and the
 * emails only learn that there is one.
 */
export function withReason(reason: string): { payload: Payload; text: string } {
  const text = reason.trim();
  return { payload: { hasReason: text !== "" }, text };
}

/** Writes the reason on the visit. */
export async function keepReason(tx: Tx, id: string, text: string): Promise<void> {
  await tx.visit.update({ where: { id }, data: { reason: text === "" ? null : text }, select: { id: true } });
}

/** The person who acts. The system has no name: a verb that writes one refuses it. */
export function personOf(actor: Actor): string {
  if (actor.kind !== "person") throw new Refusal("not-your-role");
  return actor.personId;
}

/** A `@db.Date` as an ISO day, and back. */
export const dayText = (date: Date): string => date.toISOString().slice(0, 10);
export const dayDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
