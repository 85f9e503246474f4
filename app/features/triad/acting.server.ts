import type { Actor } from "~/workflow/actor.server";
import { fire, type FireRequest, type FireResult } from "~/workflow/fire.server";
import type { Payload, Tx } from "~/workflow/process.server";

/** What every verb takes. `expectedRevision` is the workflow's, as the page showed it; `requestKey` makes a double press one act. */
export interface Act {
  readonly triadId: string;
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

export type Beside = Pick<FireRequest, "payload" | "addressees" | "write" | "settle">;

/** The request of one event of a group, with what is written beside it in the same transaction. */
export function requestOf(given: Act, event: string, beside: Beside = {}): FireRequest {
  return {
    workflowId: given.triadId,
    event,
    actor: given.actor,
    ...(given.expectedRevision === undefined ? {} : { expectedRevision: given.expectedRevision }),
    ...(given.requestKey === undefined ? {} : { requestKey: given.requestKey }),
    ...beside,
  };
}

/** Fires one event of a group. */
export async function act(given: Act, event: string, beside: Beside = {}): Promise<FireResult> {
  return refusable(() => fire(requestOf(given, event, beside)));
}

/** A refusal thrown on the way is the answer; anything else is a bug. */
export async function refusable<Result>(work: () => Promise<Result>): Promise<Result | { readonly kind: "refused"; readonly reason: string }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", reason: error.reason };
    throw error;
  }
}

/** The text is kept on the group for those who may read it; the log and the emails only learn that there is one. */
export function withReason(reason: string): { payload: Payload; text: string } {
  const text = reason.trim();
  return { payload: { hasReason: text !== "" }, text };
}

export async function keepReason(tx: Tx, id: string, text: string): Promise<void> {
  await tx.triad.update({ where: { id }, data: { reason: text === "" ? null : text }, select: { id: true } });
}

/** The person who acts. The system has no name: a verb that writes one refuses it. */
export function personOf(actor: Actor): string {
  if (actor.kind !== "person") throw new Refusal("not-your-role");
  return actor.personId;
}

/** A `@db.Date` as an ISO day, and back. */
export const dayText = (date: Date): string => date.toISOString().slice(0, 10);
export const dayDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
