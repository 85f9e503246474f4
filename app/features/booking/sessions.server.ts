import { cancelDate, setDate } from "~/features/calendar";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { uuidv7 } from "~/workflow/identifier.server";
import type { Tx } from "~/workflow/process.server";
import { londonTime } from "~/workflow/working-days";
import { lockSession, Refusal, type SessionRow } from "./acting.server";
import { offerEnds, settleQueue } from "./queue.server";
import { randomCode } from "./random-code.server";
import { placeWords } from "./saying";
import type { Audience, Mode } from "./words";
import { dateKind } from "./workflow.server";

/** When and where: of one date. */
export interface SessionDate {
  /** ISO day, and London times like "09:30". */
  readonly day: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly mode: Mode;
  readonly place: string;
  readonly joinLink: string;
  readonly instructions: string;
  readonly capacity: number;
}

/** Who can book, until when and how many of each authority: the same for every date of an owner. */
export interface BookingRules {
  readonly bookBy: string;
  readonly audience: Audience;
  readonly attendedOwnerId: string | null;
  readonly anyTicket: boolean;
  /** Most places of one authority; null for no limit; "asSet" leaves what is set for each authority. */
  readonly quota: number | null | "asSet";
  readonly offerHours: number;
}

const dayDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
const columnsOf = ({ day, startsAt, endsAt, ...date }: SessionDate) => ({ ...date, startsAt: londonTime(day, startsAt), endsAt: londonTime(day, endsAt) });
const rulesOf = ({ quota: _quota, bookBy, ...rules }: BookingRules) => ({ ...rules, bookBy: dayDate(bookBy) });

/** Adds a date that can be booked once its owner opens it, inside the owner's transaction. */
export async function addSession(tx: Tx, { ownerId, regionId, title, date, rules, open }: { readonly ownerId: string; readonly regionId: string; readonly title: string; readonly date: SessionDate; readonly rules: BookingRules; readonly open?: boolean }): Promise<string> {
  const id = uuidv7();
  await tx.bookableSession.create({ data: { id, ownerId, regionId, ...columnsOf(date), ...rulesOf(rules), doorCode: randomCode(6), ...(open ? { bookable: true, paused: false } : {}) }, select: { id: true } });
  await setQuota(tx, { id, regionId }, rules.quota);
  await putInCalendar(tx, id, title);
  return id;
}

/** Whether an owner has exactly this date already. */
export async function hasDate(tx: Tx, ownerId: string, date: SessionDate): Promise<boolean> {
  const { startsAt, endsAt, place } = columnsOf(date);
  return (await tx.bookableSession.count({ where: { ownerId, startsAt, endsAt, place } })) > 0;
}

/** Whether a date as it is to be differs in what people have in their calendars, or in where they go. */
export async function wouldMove(tx: Tx, sessionId: string, date: SessionDate): Promise<boolean> {
  const was = await tx.bookableSession.findUniqueOrThrow({ where: { id: sessionId } });
  const is = columnsOf(date);
  return was.startsAt.getTime() !== is.startsAt.getTime() || was.endsAt.getTime() !== is.endsAt.getTime() || placeWords(was) !== placeWords(is);
}

/** Changes a date, under its lock. Refused: fewer places than are taken ("capacity-below-taken"). */
export async function changeSession(tx: Tx, session: SessionRow, title: string, date: SessionDate): Promise<void> {
  if (date.capacity < session.taken) throw new Refusal("capacity-below-taken");
  await tx.bookableSession.update({ where: { id: session.id }, data: columnsOf(date), select: { id: true } });
  await putInCalendar(tx, session.id, title);
}

/** Changes who can book, on every date, under their locks. Refused: a quota below what an authority has ("quota-below-taken"). */
export async function changeRules(tx: Tx, sessions: readonly SessionRow[], rules: BookingRules): Promise<void> {
  for (const session of sessions) {
    await tx.bookableSession.update({ where: { id: session.id }, data: rulesOf(rules), select: { id: true } });
    await setQuota(tx, session, rules.quota);
  }
}

/** Sets the limit of single authorities at a date, under its lock; null is none. Refused: below what one has taken ("quota-below-taken"). */
export async function setQuotas(tx: Tx, { id: sessionId }: Pick<SessionRow, "id">, quotas: ReadonlyMap<string, number | null>): Promise<void> {
  for (const [authorityId, places] of quotas) {
    const taken = await tx.booking.count({ where: { sessionId, authorityId, holds: true } });
    if (places !== null && taken > places) throw new Refusal("quota-below-taken");
    if (places === null) await tx.sessionQuota.deleteMany({ where: { sessionId, authorityId } });
    else await tx.sessionQuota.upsert({ where: { sessionId_authorityId: { sessionId, authorityId } }, create: { sessionId, authorityId, places, taken }, update: { places } });
  }
}

async function setQuota(tx: Tx, session: Pick<SessionRow, "id" | "regionId">, quota: BookingRules["quota"]): Promise<void> {
  if (quota === "asSet") return;
  if (quota === null) {
    await tx.sessionQuota.deleteMany({ where: { sessionId: session.id } });
    return;
  }
  const over = await tx.sessionQuota.count({ where: { sessionId: session.id, taken: { gt: quota } } });
  const taken = await tx.booking.groupBy({ by: ["authorityId"], where: { sessionId: session.id, holds: true }, _count: true });
  if (over > 0 || taken.some(({ authorityId, _count }) => authorityId !== null && _count > quota)) throw new Refusal("quota-below-taken");
  await tx.$executeRawUnsafe(
    `INSERT INTO session_quota (session_id, authority_id, places, taken)
     SELECT $1::uuid, a.id, $3, (SELECT count(*) FROM booking b WHERE b.session_id = $1::uuid AND b.authority_id = a.id AND b.holds) FROM authority a WHERE a.region_id = $2
     ON CONFLICT (session_id, authority_id) DO UPDATE SET places = excluded.places`,
    session.id, session.regionId, quota,
  );
}

/** What a step of the owner means for its dates. */
export interface Standing {
  readonly bookable?: boolean;
  readonly paused?: boolean;
}

/** Opens, closes or pauses every date of an owner, under their locks. */
export async function setStanding(tx: Tx, sessions: readonly SessionRow[], standing: Standing): Promise<void> {
  await tx.bookableSession.updateMany({ where: { id: { in: sessions.map(({ id }) => id) } }, data: standing });
}

/** Takes every date of an owner out of the calendars: the letters of the bookings carry it. */
export async function cancelDates(tx: Tx, sessions: readonly SessionRow[]): Promise<void> {
  for (const { id, ownerId } of sessions) await cancelDate(tx, { workflowId: ownerId, kind: dateKind(id) });
}

/** Offers that were open while there was no date begin anew. Call it before the bookings are told. */
export async function renewOffers(tx: Tx, sessionIds: readonly string[]): Promise<void> {
  for (const id of sessionIds) {
    const session = await lockSession(tx, id);
    await tx.booking.updateMany({ where: { sessionId: id, active: true, workflow: { state: "offered" } }, data: { offeredAt: now(), offerUntil: offerEnds(session, now()) } });
  }
}

/** Offers whatever is free after a change, on every date. */
export async function settleQueues(tx: Tx, sessions: readonly Pick<SessionRow, "id">[]): Promise<void> {
  for (const session of sessions) await settleQueue(tx, session);
}

/** Keeps what somebody needs at everything of these owners that they have booked and that is still to come. */
export async function keepNeeds({ personId, ownerIds, needs }: { readonly personId: string; readonly ownerIds: readonly string[]; readonly needs: string }): Promise<void> {
  await db.booking.updateMany({ where: { personId, ownerId: { in: [...ownerIds] }, active: true, session: { startsAt: { gt: now() } } }, data: { needs } });
}

/** Dietary and access needs are kept only as long as they are needed. */
export async function forgetNeeds(tx: Tx, of: { readonly ownerId: string } | { readonly sessionId: string }): Promise<void> {
  await tx.booking.updateMany({ where: { ...of, needs: { not: "" } }, data: { needs: "" } });
}

async function putInCalendar(tx: Tx, sessionId: string, title: string): Promise<void> {
  const session = await tx.bookableSession.findUniqueOrThrow({ where: { id: sessionId } });
  await setDate(tx, { workflowId: session.ownerId, kind: dateKind(sessionId), title, startsAt: session.startsAt, endsAt: session.endsAt, allDay: false, location: placeWords(session) });
}
