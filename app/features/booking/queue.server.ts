import { now } from "~/platform/clock.server";
import { GONE_MINUTES } from "~/platform/heartbeat.server";
import { system } from "~/workflow/actor.server";
import { fireWithin } from "~/workflow/fire.server";
import type { FireRequest, FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { lockSession, type SessionRow } from "./acting.server";
import { addWorkingMinutes, workingMinutesBetween } from "./working-hours";

/** A worker looks for what has run out every minute; found this much later, the service was not there. */
const LATE_MINUTES = 10;

/** Until when an offer made now is kept: so many working hours, and never beyond the beginning of the session. */
export function offerEnds(session: Pick<SessionRow, "offerHours" | "startsAt">, from: Date): Date {
  const ends = addWorkingMinutes(from, session.offerHours * 60);
  return ends < session.startsAt ? ends : session.startsAt;
}

/**
 * Puts a session in order, under its lock: as long as a place is free, the first on the waiting list whose
 * authority still has a place gets the offer of it. Called in every transaction that can free a place, so
 * that none is ever stranded, and nobody who books afterwards comes before those who wait.
 */
export async function settleQueue(tx: Tx, { id: sessionId }: Pick<SessionRow, "id">): Promise<number> {
  for (let offers = 0; ; offers += 1) {
    const session = await lockSession(tx, sessionId);
    const moment = now();
    if (session.taken >= session.capacity || session.paused || session.startsAt <= moment) return offers;
    const next = await nextInQueue(tx, sessionId);
    if (!next) return offers;
    const offer = { offeredAt: moment, offerUntil: offerEnds(session, moment) };
    await tx.booking.update({ where: { id: next }, data: offer, select: { id: true } });
    const result = await fireWithin(tx, { workflowId: next, event: "offer.make", actor: system });
    if (result.kind !== "moved") throw new Error(`a place could not be offered: ${JSON.stringify(result)}`);
  }
}

/** The first who waits and could take a place: those whose authority has used its quota keep their turn. */
async function nextInQueue(tx: Tx, sessionId: string): Promise<string | undefined> {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT b.id FROM booking b
       JOIN workflow w ON w.id = b.id AND w.state = 'waiting'
       LEFT JOIN session_quota q ON q.session_id = b.session_id AND q.authority_id = b.authority_id
      WHERE b.session_id = $1::uuid AND b.active AND (q.session_id IS NULL OR q.taken < q.places)
      ORDER BY b.queue_no LIMIT 1`,
    sessionId,
  );
  return rows[0]?.id;
}

/**
 * What happens when an offer's time has passed, in one transaction under the session's lock: the place goes
 * to the next on the list. Time in which Candour was not there does not count: it is added, and the person told.
 */
export async function passOffer(tx: Tx, request: FireRequest): Promise<FireResult> {
  const known = await tx.booking.findUniqueOrThrow({ where: { id: request.workflowId }, select: { sessionId: true } });
  const session = await lockSession(tx, known.sessionId);
  const { offeredAt, offerUntil } = await tx.booking.findUniqueOrThrow({ where: { id: request.workflowId }, select: { offeredAt: true, offerUntil: true } });
  const moment = now();
  const lost = offeredAt && offerUntil ? await minutesLost(tx, offeredAt, offerUntil, moment) : 0;
  const until = new Date(Math.min(addWorkingMinutes(moment, lost).getTime(), session.startsAt.getTime()));
  if (lost > 0 && until > moment) {
    return fireWithin(tx, {
      ...request,
      event: "offer.extend",
      write: async (inner, workflow) => {
        await inner.booking.update({ where: { id: request.workflowId }, data: { offeredAt: moment, offerUntil: until }, select: { id: true } });
        await request.write?.(inner, workflow);
      },
    });
  }
  return fireWithin(tx, { ...request, settle: async (inner) => void (await settleQueue(inner, session)) });
}

/** Working minutes of an offer's time in which no worker lived or no web process, and so nobody may have been able to answer. */
export async function minutesLost(tx: Tx, offeredAt: Date, offerUntil: Date, moment: Date): Promise<number> {
  const noted = await tx.serviceGap.findMany({ where: { toAt: { gt: offeredAt }, fromAt: { lt: offerUntil } }, select: { fromAt: true, toAt: true } });
  const gaps = [...noted, ...(await openGap(tx, moment))].sort((a, b) => a.fromAt.getTime() - b.fromAt.getTime());
  let lost = 0;
  let counted = offeredAt;
  for (const { fromAt, toAt } of gaps) {
    const from = fromAt > counted ? fromAt : counted;
    const to = toAt < offerUntil ? toAt : offerUntil;
    if (to > from) lost += workingMinutesBetween(from, to);
    if (toAt > counted) counted = toAt;
  }
  // Found too late, and no gap noted: how long it was away is not known, so an hour is given.
  if (lost === 0 && moment.getTime() - offerUntil.getTime() > LATE_MINUTES * 60_000) return 60;
  return lost;
}

/** The time in which no web process has lived until now, which none of them could note yet. Where none ever lived, nothing is known. */
async function openGap(tx: Tx, moment: Date): Promise<{ fromAt: Date; toAt: Date }[]> {
  const { _max } = await tx.workerHeartbeat.aggregate({ where: { process: "web" }, _max: { seenAt: true } });
  return _max.seenAt && moment.getTime() - _max.seenAt.getTime() > GONE_MINUTES * 60_000 ? [{ fromAt: _max.seenAt, toAt: moment }] : [];
}
