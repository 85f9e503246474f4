import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { system, type Actor } from "~/workflow/actor.server";
import type { FireResult } from "~/workflow/fire.server";
import { fireWithin } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { dayOf } from "~/workflow/working-days";
import { act, lockSessions, orRefusal, Refusal, type Act } from "./acting.server";
import { settleQueue } from "./queue.server";
import { sessionSequence } from "./workflow.server";

const settle: Parameters<typeof act>[2]["settle"] = async (tx, session) => void (await settleQueue(tx, session));

/** Takes the place that is kept. Too late is refused: the offer has gone to the next by then ("no-such-step"). */
export async function acceptOffer(given: Act): Promise<FireResult> {
  return whileOffered(given, await act(given, "offer.accept", {}));
}

/** Leaves the place that is kept, for the next on the list. */
export async function declineOffer(given: Act): Promise<FireResult> {
  return whileOffered(given, await act(given, "offer.decline", { settle }));
}

/** Whoever answers on a page from before the offer ran out is told that it did, not only that something has changed. */
async function whileOffered({ bookingId }: Act, result: FireResult): Promise<FireResult> {
  if (result.kind !== "conflict") return result;
  const { state } = await db.workflow.findUniqueOrThrow({ where: { id: bookingId }, select: { state: true } });
  return state === "offered" ? result : { kind: "refused", reason: "no-such-step" };
}

/** Gives a place back, or leaves the waiting list. The first who can take the place is offered it at once. */
export function cancelBooking(given: Act): Promise<FireResult> {
  return act(given, "booking.cancel", {
    write: async (tx) => {
      await tx.booking.update({ where: { id: given.bookingId }, data: { sequence: { increment: 1 } }, select: { id: true } });
    },
    settle,
  });
}

/**
 * Changes to another date of the same owner, if a place is free there that nobody waits for: the old place
 * is given up and the new one taken in one step, so that neither is lost in between.
 */
export function swapDate({ toSessionId, ...given }: Act & { readonly toSessionId: string }): Promise<FireResult> {
  return orRefusal(async (tx) => {
    const find = () => tx.booking.findUnique({ where: { id: given.bookingId }, select: { sessionId: true, ownerId: true, authorityId: true } });
    const seen = await find();
    const sessions = await lockSessions(tx, [...new Set([seen?.sessionId ?? "", toSessionId])].filter((id) => id !== ""));
    // As it is now that both dates stand still: of two presses at once, the second finds what the first did.
    const booking = await find();
    if (!booking || !seen) throw new Refusal("no-such-record");
    if (booking.sessionId === toSessionId) {
      // The same press has changed it already.
      const already = given.requestKey ? await tx.workflowEvent.findFirst({ where: { workflowId: given.bookingId, requestKey: given.requestKey }, select: { toState: true } }) : null;
      if (already) return { kind: "repeated" as const, to: already.toState };
      throw new Refusal("same-date");
    }
    if (booking.sessionId !== seen.sessionId) throw new Refusal("no-such-step");
    const from = sessions.find(({ id }) => id === booking.sessionId);
    const to = sessions.find(({ id, ownerId }) => id === toSessionId && ownerId === booking.ownerId);
    if (!from || !to) throw new Refusal("no-such-session");
    if (to.paused || !to.bookable) throw new Refusal("not-open");
    if (to.startsAt <= now()) throw new Refusal("begun");
    if (to.bookBy < dayOf(now())) throw new Refusal("deadline-passed");
    await settleQueue(tx, to);
    const [settled] = await lockSessions(tx, [to.id]);
    const quota = booking.authorityId ? await tx.sessionQuota.findUnique({ where: { sessionId_authorityId: { sessionId: to.id, authorityId: booking.authorityId } } }) : null;
    if (!settled || settled.taken >= settled.capacity || (quota && quota.taken >= quota.places)) throw new Refusal("no-place");
    const [was, is] = await Promise.all([sessionSequence(tx, from.ownerId, from.id), sessionSequence(tx, to.ownerId, to.id)]);
    const result = await fireWithin(tx, {
      workflowId: given.bookingId,
      event: "booking.swap",
      actor: given.actor,
      ...(given.expectedRevision === undefined ? {} : { expectedRevision: given.expectedRevision }),
      ...(given.requestKey === undefined ? {} : { requestKey: given.requestKey }),
      write: async (inner) => {
        await inner.booking.update({ where: { id: given.bookingId }, data: { sessionId: to.id, sequence: { increment: Math.max(0, was - is) + 1 } }, select: { id: true } });
      },
    });
    if (result.kind === "refused") throw new Refusal(result.reason);
    if (result.kind === "conflict") throw new Refusal("no-such-step");
    if (result.kind === "moved") await settleQueue(tx, from);
    return result;
  });
}

/**
 * Gives back every place that a person has at these owners, and is on the lists for, inside the caller's
 * transaction: they have left the programme, or come to none of a series. What has begun stays as it is.
 * @returns how many bookings were cancelled
 */
export async function cancelBookingsOf(tx: Tx, { personId, ownerIds, actor = system }: { readonly personId: string; readonly ownerIds: readonly string[]; readonly actor?: Actor }): Promise<number> {
  const find = () => tx.booking.findMany({ where: { personId, ownerId: { in: [...ownerIds] }, active: true, ...(actor === system ? {} : { session: { startsAt: { gt: now() } } }), workflow: { state: { in: ["booked", "waiting", "offered"] } } }, select: { id: true, sessionId: true } });
  const sessions = await lockSessions(tx, (await find()).map(({ sessionId }) => sessionId));
  let cancelled = 0;
  for (const { id } of await find()) {
    await tx.booking.update({ where: { id }, data: { sequence: { increment: 1 } }, select: { id: true } });
    const result = await fireWithin(tx, { workflowId: id, event: "booking.cancel", actor });
    if (result.kind === "moved") cancelled += 1;
  }
  for (const session of sessions) await settleQueue(tx, session);
  return cancelled;
}
