import { addSession, changeRules, changeSession, hasDate, lockSessionsOf, orRefusal, personOf, Refusal, setQuotas, wouldMove, type BookingRules, type Refused, type SessionDate } from "~/features/booking";
import { now } from "~/platform/clock.server";
import type { Actor } from "~/workflow/actor.server";
import { begin, type FireRequest, type FireResult } from "~/workflow/fire.server";
import type { Payload, Tx } from "~/workflow/process.server";
import { retitle } from "~/workflow/title.server";
import { uuidv7 } from "~/workflow/identifier.server";
import { fireEvent, moved, type Act } from "./acting.server";
import type { Kind } from "./words";

export interface EventDetails {
  readonly title: string;
  readonly kind: Kind;
  readonly about: string;
}

export interface NewEvent {
  readonly regionId: string;
  readonly details: EventDetails;
  readonly date: SessionDate;
  readonly rules: BookingRules;
  readonly actor: Actor;
  readonly requestKey?: string | undefined;
  /** The series it is a session of, and which one. */
  readonly of?: { readonly seriesId: string; readonly number: number };
}

export type EventMade = { readonly kind: "made"; readonly id: string } | Refused;

/** Plans an event with its first date. Nobody but the region's coordinators sees it until booking opens. The same press plans one. */
export function planEvent({ regionId, requestKey, ...given }: NewEvent): Promise<EventMade> {
  return orRefusal(async (tx): Promise<EventMade> => {
    if (requestKey) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${requestKey}, 0))`;
      const known = await tx.event.findUnique({ where: { requestKey }, select: { id: true } });
      if (known) return { kind: "made", id: known.id };
    }
    return { kind: "made", id: await planWithin(tx, { regionId, requestKey, ...given }) };
  });
}

/** Plans an event inside the caller's transaction. */
export async function planWithin(tx: Tx, { regionId, details, date, rules, actor, requestKey, of }: NewEvent): Promise<string> {
  const createdById = personOf(actor);
  const posts = await coordinates(tx, createdById, regionId);
  await checkRules(tx, regionId, rules);
  const id = uuidv7();
  await begin(
    {
      id, machine: "event", regionId, title: details.title, actor, ...(of ? { parentId: of.seriesId } : {}), parties: posts.map((postId) => ({ role: "coordinator", postId })),
      write: async (inner) => {
        await inner.event.create({ data: { id, regionId, ...details, createdById, createdAt: now(), requestKey: requestKey ?? null, ...of }, select: { id: true } });
        await addSession(inner, { ownerId: id, regionId, title: details.title, date, rules });
      },
    },
    tx,
  );
  return id;
}

/** Sets how many places each authority has at most, on every date; null for no limit. Refused: below what one has taken ("quota-below-taken"). */
export function changeQuotas({ quotas, ...given }: Act & { readonly quotas: ReadonlyMap<string, number | null> }): Promise<FireResult | { readonly kind: "saved" }> {
  return changed(given, "event.change", async (tx) => {
    for (const session of await lockSessionsOf(tx, given.eventId)) await setQuotas(tx, session, quotas);
  });
}

/** The posts that coordinate the region. Refused unless the person holds one of them now. */
export async function coordinates(tx: Tx, personId: string, regionId: string): Promise<string[]> {
  const moment = now();
  const posts = await tx.post.findMany({
    where: { regionId, authorityId: null, kind: "sli-coordinator" },
    select: { id: true, holdings: { where: { personId, from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] }, select: { id: true } } },
  });
  if (!posts.some(({ holdings }) => holdings.length > 0)) throw new Refusal("not-your-role");
  return posts.map(({ id }) => id);
}

async function checkRules(tx: Tx, regionId: string, rules: BookingRules): Promise<void> {
  if (rules.audience === "members") {
    const network = rules.attendedOwnerId ? await tx.network.findFirst({ where: { id: rules.attendedOwnerId, regionId }, select: { id: true } }) : null;
    if (!network) throw new Refusal("choose-network");
  }
  if (rules.audience !== "attended") return;
  const before = rules.attendedOwnerId ? await tx.event.findFirst({ where: { id: rules.attendedOwnerId, regionId }, select: { id: true } }) : null;
  if (!before) throw new Refusal("choose-event");
}

export const requestOf = (given: Act, event: string): FireRequest => ({
  workflowId: given.eventId,
  event,
  actor: given.actor,
  ...(given.expectedRevision === undefined ? {} : { expectedRevision: given.expectedRevision }),
  ...(given.requestKey === undefined ? {} : { requestKey: given.requestKey }),
});

/** Changes what it is and who can book. A draft is changed without telling anybody; afterwards its coordinators are told. */
export function changeEvent({ details, rules, ...given }: Act & { readonly details: EventDetails; readonly rules: BookingRules }): Promise<FireResult | { readonly kind: "saved" }> {
  return changed(given, "event.change", async (tx) => {
    const { regionId } = await tx.event.update({ where: { id: given.eventId }, data: details, select: { regionId: true } });
    await checkRules(tx, regionId, rules);
    await retitle(tx, given.eventId, details.title);
    const bookings = await tx.workflow.findMany({ where: { parentId: given.eventId, machine: "booking" }, select: { id: true } });
    for (const { id } of bookings) await retitle(tx, id, details.title);
    await changeRules(tx, await lockSessionsOf(tx, given.eventId), rules);
  });
}

/**
 * Changes a date. When it is another day, hour or place, everybody booked or waiting is told with a new
 * entry for their calendars; after a postponement it is the new date. Added places go to who waits first.
 */
export function changeDate({ sessionId, date, ...given }: Act & { readonly sessionId: string; readonly date: SessionDate }): Promise<FireResult | { readonly kind: "saved" }> {
  const step = async (tx: Tx, state: string) => (state === "postponed" ? "event.reschedule" : (await wouldMove(tx, sessionId, date)) ? "event.move" : "event.change");
  // After a postponement every date stands again, and everybody is told of theirs.
  const payload = (event: string): Payload => (event === "event.move" ? { movedDate: sessionId } : {});
  return changed(given, { step, payload }, async (tx) => {
    const session = (await lockSessionsOf(tx, given.eventId)).find(({ id }) => id === sessionId);
    if (!session) throw new Refusal("no-such-session");
    const { title } = await tx.event.findUniqueOrThrow({ where: { id: given.eventId }, select: { title: true } });
    await changeSession(tx, session, title, date);
  });
}

/** Adds a further date that people can choose instead. */
export function addDate({ date, ...given }: Act & { readonly date: SessionDate }): Promise<FireResult | { readonly kind: "saved" }> {
  return changed(given, "event.change", async (tx, state) => {
    const { title, regionId } = await tx.event.findUniqueOrThrow({ where: { id: given.eventId }, select: { title: true, regionId: true } });
    const [like] = await tx.bookableSession.findMany({ where: { ownerId: given.eventId }, orderBy: { id: "asc" }, include: { quotas: true } });
    if (!like) throw new Refusal("no-such-session");
    const rules: BookingRules = {
      bookBy: like.bookBy.toISOString().slice(0, 10), audience: like.audience as BookingRules["audience"], attendedOwnerId: like.attendedOwnerId, anyTicket: like.anyTicket,
      quota: null, offerHours: like.offerHours,
    };
    // The same date sent twice is one.
    if (await hasDate(tx, given.eventId, date)) return;
    const id = await addSession(tx, { ownerId: given.eventId, regionId, title, date, rules, open: state === "bookingOpen" });
    await setQuotas(tx, { id }, new Map(like.quotas.map(({ authorityId, places }) => [authorityId, places])));
  });
}

/** Writes a change: into a draft as it is, or with the step that tells of it. The actor must coordinate the region. */
export async function changed(given: Act, by: string | { readonly step: (tx: Tx, state: string) => Promise<string>; readonly payload: (event: string) => Payload }, write: (tx: Tx, state: string) => Promise<void>): Promise<FireResult | { readonly kind: "saved" }> {
  const draft = await orRefusal(async (tx) => {
    await lockSessionsOf(tx, given.eventId);
    const workflow = await tx.workflow.findFirst({ where: { id: given.eventId, machine: "event" }, select: { state: true, regionId: true } });
    if (!workflow) throw new Refusal("no-such-record");
    await coordinates(tx, personOf(given.actor), workflow.regionId);
    if (workflow.state !== "planned") return { kind: "announced" as const };
    await write(tx, workflow.state);
    return { kind: "saved" as const };
  });
  if (draft.kind !== "announced") return draft;
  return moved(async (tx) => {
    await lockSessionsOf(tx, given.eventId);
    const { state } = await tx.workflow.findUniqueOrThrow({ where: { id: given.eventId }, select: { state: true } });
    const event = typeof by === "string" ? by : await by.step(tx, state);
    return fireEvent(tx, requestOf(given, event), { write: (inner) => write(inner, state), ...(typeof by === "string" ? {} : { payload: by.payload(event) }) });
  });
}
