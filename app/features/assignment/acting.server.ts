import type { Actor } from "~/workflow/actor.server";
import { fire, type FireRequest, type FireResult } from "~/workflow/fire.server";
import type { Payload } from "~/workflow/process.server";

/** What every verb takes. `expectedRevision` is the workflow's, as the page showed it; `requestKey` makes a double press one act. */
export interface Act {
  readonly assignmentId: string;
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

/** Fires one event of an assignment, with what is written beside it in the same transaction. */
export async function act(given: Act, event: string, beside: Pick<FireRequest, "payload" | "addressees" | "write" | "settle"> = {}): Promise<FireResult> {
  try {
    return await fire({
      workflowId: given.assignmentId,
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

/** The text of a reason is kept on the record for those who may read it; the log and the letters only learn that there is one. */
export function withReason(reason: string): { payload: Payload; text: string } {
  const text = reason.trim();
  return { payload: { hasReason: text !== "" }, text };
}

/** A `@db.Date` as an ISO day, and back. */
export const dayText = (date: Date): string => date.toISOString().slice(0, 10);
export const dayDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
