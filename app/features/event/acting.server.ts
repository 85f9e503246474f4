import { cancelDates, lockSessionsOf, orRefusal, Refusal, renewOffers, setStanding, settleQueues, type SessionRow, type Standing } from "~/features/booking";
import type { Actor } from "~/workflow/actor.server";
import { fireWithin, type FireRequest, type FireResult } from "~/workflow/fire.server";
import type { Payload, Tx, Writes } from "~/workflow/process.server";

/** What every verb takes. `expectedRevision` is the workflow's, as the page showed it; `requestKey` makes a double press one act. */
export interface Act {
  readonly eventId: string;
  readonly actor: Actor;
  readonly expectedRevision?: number | undefined;
  readonly requestKey?: string | undefined;
}

/** What each step means for the dates: whether they can be booked, and whether there is a date at all. */
const standings: Readonly<Record<string, Standing>> = {
  "booking.open": { bookable: true, paused: false },
  "series.open": { bookable: true, paused: false },
  "series.cancel": { paused: true, bookable: false },
  "booking.close": { bookable: false },
  "booking.reopen": { bookable: true },
  "event.postpone": { paused: true, bookable: false },
  "event.reschedule": { paused: false, bookable: true },
  "event.cancel": { paused: true, bookable: false },
  "event.hold": { bookable: false },
};

/** Steps after which its date is no longer in anybody's calendar. */
const takesOut: readonly string[] = ["event.postpone", "event.cancel", "series.cancel"];

type Beside = Pick<FireRequest, "payload" | "addressees"> & { readonly write?: (tx: Tx, sessions: readonly SessionRow[]) => Promise<void> };

/**
 * Fires one event of an event, within the caller's transaction: its dates are locked first, stand as the
 * step says, and afterwards every free place is offered to whoever waits.
 */
export async function fireEvent(tx: Tx, request: FireRequest, beside: Beside = {}): Promise<FireResult> {
  const sessions = await lockSessionsOf(tx, request.workflowId);
  const { write, ...rest } = beside;
  return fireWithin(tx, {
    ...request,
    ...rest,
    write: async (inner, workflow) => {
      await write?.(inner, sessions);
      const standing = standings[request.event];
      if (standing) await setStanding(inner, sessions, standing);
      if (takesOut.includes(request.event)) await cancelDates(inner, sessions);
      if (request.event === "event.reschedule") await renewOffers(inner, sessions.map(({ id }) => id));
      await request.write?.(inner, workflow);
    },
    settle: async (inner) => {
      await request.settle?.(inner);
      await settleQueues(inner, await lockSessionsOf(inner, request.workflowId));
    },
  });
}

/** What a step of the whole series means for the dates of one of its sessions. */
export const standAs = (event: string) => (eventId: string): Writes => ({
  write: async (tx) => {
    const sessions = await lockSessionsOf(tx, eventId);
    const standing = standings[event];
    if (standing) await setStanding(tx, sessions, standing);
    if (takesOut.includes(event)) await cancelDates(tx, sessions);
  },
});

/** Fires one event of an event in a transaction of its own. */
export function act(given: Act, event: string, beside: Beside = {}): Promise<FireResult> {
  const request: FireRequest = {
    workflowId: given.eventId,
    event,
    actor: given.actor,
    ...(given.expectedRevision === undefined ? {} : { expectedRevision: given.expectedRevision }),
    ...(given.requestKey === undefined ? {} : { requestKey: given.requestKey }),
  };
  return moved((tx) => fireEvent(tx, request, beside));
}

/** One transaction in which a refusal or a conflict undoes everything and is a value. */
export async function moved(work: (tx: Tx) => Promise<FireResult>): Promise<FireResult> {
  const result = await orRefusal(async (tx) => {
    const fired = await work(tx);
    if (fired.kind === "refused") throw new Refusal(fired.reason);
    if (fired.kind === "conflict") throw new Refusal(`conflict:${fired.revision}`);
    return fired;
  });
  if (result.kind === "refused" && result.reason.startsWith("conflict:")) return { kind: "conflict", revision: Number(result.reason.slice(9)) };
  return result;
}

/** The text of a reason is kept on the record for those who may read it; the log and the letters only learn that there is one. */
export function withReason(reason: string): { payload: Payload; text: string } {
  const text = reason.trim();
  return { payload: { hasReason: text !== "" }, text };
}
