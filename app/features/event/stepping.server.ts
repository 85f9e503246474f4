import { forgetNeeds, Refusal } from "~/features/booking";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Addressees } from "~/workflow/record.server";
import { dayOf } from "~/workflow/working-days";
import { act, withReason, type Act } from "./acting.server";

/** Opens booking: those invited are told. */
export async function openBooking(given: Act): Promise<FireResult> {
  return act(given, "booking.open", { addressees: await invitedTo(given.eventId) });
}

/** Sends the invitation again, to those who have not booked. */
export async function repeatInvitation(given: Act): Promise<FireResult> {
  return act(given, "invitation.repeat", { addressees: await invitedTo(given.eventId, { withoutBooking: true }) });
}

/** Closes booking before its last day. What becomes free is still offered to the waiting list. */
export function closeBooking(given: Act): Promise<FireResult> {
  return act(given, "booking.close");
}

/** Opens booking again, with a new last day. */
export function reopenBooking({ bookBy, ...given }: Act & { readonly bookBy: string }): Promise<FireResult> {
  return act(given, "booking.reopen", {
    write: async (tx) => {
      if (bookBy < dayOf(now())) throw new Refusal("deadlineAhead");
      await tx.bookableSession.updateMany({ where: { ownerId: given.eventId }, data: { bookBy: new Date(`${bookBy}T00:00:00Z`) } });
    },
  });
}

/** There is no date for now; bookings and the order of the waiting list are kept. */
export function postponeEvent(given: Act & { readonly reason: string }): Promise<FireResult> {
  return withKept(given, "event.postpone");
}

/** It does not take place. */
export function cancelEvent(given: Act & { readonly reason: string }): Promise<FireResult> {
  return withKept(given, "event.cancel");
}

/** It has taken place: the waiting list closes. */
export function holdEvent(given: Act): Promise<FireResult> {
  return act(given, "event.hold");
}

/** Everybody who was there is told that what was committed to there can be read together. */
export async function shareCommitments(given: Act): Promise<FireResult> {
  return act(given, "commitments.share", { addressees: await whoWereAt(given.eventId) });
}

/** Everybody booked is accounted for. What people said they need on the day is forgotten; what was committed to since it was last shared is shared. */
export async function closeEvent(given: Act): Promise<FireResult> {
  const [last, shared] = await Promise.all([
    db.commitment.findFirst({ where: { eventId: given.eventId, workflow: { state: { not: "withdrawn" } } }, select: { createdAt: true }, orderBy: { createdAt: "desc" } }),
    db.workflowEvent.findFirst({ where: { workflowId: given.eventId, event: "commitments.share" }, select: { at: true }, orderBy: { seq: "desc" } }),
  ]);
  const unread = last !== null && (shared === null || shared.at < last.createdAt);
  return act(given, "event.close", { write: (tx) => forgetNeeds(tx, { ownerId: given.eventId }), ...(unread ? { addressees: await whoWereAt(given.eventId) } : {}) });
}

/** Those who came, and those of whom it is not known yet. */
async function whoWereAt(eventId: string): Promise<Addressees> {
  const bookings = await db.booking.findMany({ where: { ownerId: eventId, workflow: { state: { in: ["booked", "attended", "partlyAttended"] } } }, select: { personId: true }, distinct: ["personId"] });
  return { personIds: bookings.map(({ personId }) => personId) };
}

function withKept({ reason, ...given }: Act & { readonly reason: string }, event: string): Promise<FireResult> {
  const { payload, text } = withReason(reason);
  return act(given, event, {
    payload,
    write: async (tx) => {
      await tx.event.update({ where: { id: given.eventId }, data: { reason: text === "" ? null : text }, select: { id: true } });
    },
  });
}

/** Whom an invitation is for: the directors of the region and their delegates, or those who are invited in person. */
export async function invitedTo(eventId: string, { withoutBooking = false } = {}): Promise<Addressees> {
  const session = await db.bookableSession.findFirst({ where: { ownerId: eventId }, select: { regionId: true, audience: true, attendedOwnerId: true } });
  if (!session) return {};
  const booked = withoutBooking ? await db.booking.findMany({ where: { ownerId: eventId, active: true }, select: { personId: true, authorityId: true } }) : [];
  const people = (found: readonly { personId: string }[]): Addressees => ({ personIds: found.map(({ personId }) => personId).filter((id) => !booked.some(({ personId }) => personId === id)) });
  if (session.audience === "attended" && session.attendedOwnerId) {
    return people(await db.booking.findMany({ where: { ownerId: session.attendedOwnerId, workflow: { state: { in: ["attended", "partlyAttended"] } } }, select: { personId: true } }));
  }
  if (session.audience === "members" && session.attendedOwnerId) {
    return people(await db.membership.findMany({ where: { networkId: session.attendedOwnerId, workflow: { state: "member" } }, select: { personId: true } }));
  }
  if (session.audience === "named") return people(await db.sessionGuest.findMany({ where: { ownerId: eventId }, select: { personId: true } }));
  const taking = booked.flatMap(({ authorityId }) => (authorityId ? [authorityId] : []));
  const posts = await db.post.findMany({ where: { regionId: session.regionId, kind: { in: ["dcs", "dcs-delegate"] }, authorityId: { notIn: taking } }, select: { id: true } });
  return { postIds: posts.map(({ id }) => id) };
}
