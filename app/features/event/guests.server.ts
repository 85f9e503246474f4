import { lockSessionsOf, orRefusal, personOf, Refusal, runsEventsOf } from "~/features/booking";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import type { FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { fireEvent, moved, type Act } from "./acting.server";
import { coordinates, requestOf } from "./planning.server";

/**
 * Says who is invited by name. Of an event that is announced, those who are new are sent the invitation.
 * Refused: nobody ("choose-guests"), somebody without a post in the region, or leaving out somebody who
 * has a booking ("guest-has-booking").
 */
export async function inviteByName({ personIds, ...given }: Act & { readonly personIds: readonly string[] }): Promise<FireResult | { readonly kind: "saved" }> {
  const draft = await orRefusal(async (tx) => {
    const { state, regionId } = await tx.workflow.findUniqueOrThrow({ where: { id: given.eventId }, select: { state: true, regionId: true } });
    await coordinates(tx, personOf(given.actor), regionId);
    if (state !== "planned") return { kind: "announced" as const };
    await setGuests(tx, given.eventId, regionId, personIds);
    return { kind: "saved" as const };
  });
  if (draft.kind !== "announced") return draft;
  return moved(async (tx) => {
    await lockSessionsOf(tx, given.eventId);
    const { state, regionId } = await tx.workflow.findUniqueOrThrow({ where: { id: given.eventId }, select: { state: true, regionId: true } });
    const known = new Set((await tx.sessionGuest.findMany({ where: { ownerId: given.eventId }, select: { personId: true } })).map(({ personId }) => personId));
    const added = personIds.filter((id) => !known.has(id));
    const invites = state === "bookingOpen" && added.length > 0;
    return fireEvent(tx, requestOf(given, invites ? "invitation.repeat" : "event.change"), {
      ...(invites ? { addressees: { personIds: added } } : {}),
      write: (inner) => setGuests(inner, given.eventId, regionId, personIds),
    });
  });
}

async function setGuests(tx: Tx, ownerId: string, regionId: string, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) throw new Refusal("choose-guests");
  const moment = now();
  const found = await tx.person.count({ where: { id: { in: [...personIds] }, leftAt: null, holdings: { some: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], post: { regionId } } } } });
  if (found !== new Set(personIds).size) throw new Refusal("choose-guests");
  if ((await tx.booking.count({ where: { ownerId, active: true, personId: { notIn: [...personIds] } } })) > 0) throw new Refusal("guest-has-booking");
  await tx.sessionGuest.deleteMany({ where: { ownerId, personId: { notIn: [...personIds] } } });
  await tx.sessionGuest.createMany({ data: [...new Set(personIds)].map((personId) => ({ ownerId, personId })), skipDuplicates: true });
}

export interface GuestChoice {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly invited: boolean;
}

/** Everybody of the region who can be invited by name, by authority. Null unless the person coordinates it. */
export async function guestsToChoose(actor: SignedIn, eventId: string): Promise<readonly GuestChoice[] | null> {
  const event = await db.event.findFirst({ where: { id: eventId, regionId: { in: [...runsEventsOf(actor)] } }, select: { regionId: true } });
  if (!event) return null;
  const moment = now();
  const [held, guests] = await Promise.all([
    db.holding.findMany({
      where: { from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], person: { leftAt: null }, post: { regionId: event.regionId } },
      select: { person: { select: { id: true, name: true } }, post: { select: { title: true, authority: { select: { name: true } } } } },
    }),
    db.sessionGuest.findMany({ where: { ownerId: eventId }, select: { personId: true } }),
  ]);
  const invited = new Set(guests.map(({ personId }) => personId));
  const people = new Map(held.map(({ person, post }) => [person.id, { id: person.id, name: person.name, place: `${post.title}, ${post.authority?.name ?? "the region"}`, invited: invited.has(person.id), by: post.authority?.name ?? "" }]));
  return [...people.values()].sort((a, b) => a.by.localeCompare(b.by) || a.name.localeCompare(b.name)).map(({ by: _by, ...one }) => one);
}
