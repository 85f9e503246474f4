import { db } from "~/platform/db.server";
import { personOf, Refusal, type Refused } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import { fireWithin, type FireRequest, type FireResult } from "~/workflow/fire.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import { inLine } from "./line.server";

export { personOf, Refusal, type Refused };

/** One transaction in which a refusal undoes everything and is a value. */
export async function orRefusal<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result | Refused> {
  try {
    return await inTransaction(work);
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", reason: error.reason };
    throw error;
  }
}

/** What every verb about one booking takes. */
export interface Act {
  readonly bookingId: string;
  readonly actor: Actor;
  readonly expectedRevision?: number | undefined;
  readonly requestKey?: string | undefined;
}

export interface SessionRow {
  readonly id: string;
  readonly ownerId: string;
  readonly regionId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number;
  readonly taken: number;
  readonly bookBy: string;
  readonly bookable: boolean;
  readonly paused: boolean;
  readonly audience: string;
  readonly attendedOwnerId: string | null;
  readonly anyTicket: boolean;
  readonly offerHours: number;
  readonly doorCode: string;
  /** Somebody is on its waiting list. */
  readonly awaited: boolean;
}

/**
 * The session's row, locked until the transaction ends. Everything about the places of a session happens
 * under this lock, and the lock comes before that of any record: whoever wants both waits here.
 */
export async function lockSession(tx: Tx, sessionId: string): Promise<SessionRow> {
  const [row] = await lockSessions(tx, [sessionId]);
  if (!row) throw new Refusal("no-such-session");
  return row;
}

/** Several sessions, locked in one order whoever asks. */
export function lockSessions(tx: Tx, sessionIds: readonly string[]): Promise<SessionRow[]> {
  return tx.$queryRawUnsafe<SessionRow[]>(
    `SELECT id, owner_id AS "ownerId", region_id AS "regionId", starts_at AS "startsAt", ends_at AS "endsAt", capacity, taken, book_by::text AS "bookBy", bookable, paused,
            audience, attended_owner_id AS "attendedOwnerId", any_ticket AS "anyTicket", offer_hours AS "offerHours", door_code AS "doorCode",
            EXISTS (SELECT 1 FROM booking b JOIN workflow w ON w.id = b.id AND w.state = 'waiting' WHERE b.session_id = bookable_session.id AND b.active) AS awaited
       FROM bookable_session WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
    [...sessionIds],
  );
}

/** Every session of an owner, locked. */
export async function lockSessionsOf(tx: Tx, ownerId: string): Promise<SessionRow[]> {
  const found = await tx.bookableSession.findMany({ where: { ownerId }, select: { id: true } });
  return lockSessions(tx, found.map(({ id }) => id));
}

/** Fires one event of a booking under its session's lock; then `settle` puts the session in order. */
export async function act(given: Act, event: string, beside: Pick<FireRequest, "payload" | "write"> & { readonly settle?: (tx: Tx, session: SessionRow) => Promise<void> }): Promise<FireResult> {
  const known = await db.booking.findUnique({ where: { id: given.bookingId }, select: { sessionId: true } });
  if (!known) return { kind: "refused", reason: "no-such-record" };
  return inLine(known.sessionId, () => acted(given, known.sessionId, event, beside));
}

async function acted(given: Act, sessionId: string, event: string, { settle, ...beside }: Parameters<typeof act>[2]): Promise<FireResult> {
  try {
    return await orRefusal(async (tx) => {
      const session = await lockSession(tx, sessionId);
      // Somebody may have changed the date meanwhile: the place to free would be elsewhere.
      const { sessionId: still } = await tx.booking.findUniqueOrThrow({ where: { id: given.bookingId }, select: { sessionId: true } });
      if (still !== sessionId) throw new Refusal("no-such-step");
      const result = await fireWithin(tx, {
        workflowId: given.bookingId,
        event,
        actor: given.actor,
        ...(given.expectedRevision === undefined ? {} : { expectedRevision: given.expectedRevision }),
        ...(given.requestKey === undefined ? {} : { requestKey: given.requestKey }),
        ...beside,
      });
      if (result.kind === "refused") throw new Refusal(result.reason);
      // What was written beside it must not stay.
      if (result.kind === "conflict") throw new Conflict(result.revision);
      if (result.kind === "moved") await settle?.(tx, session);
      return result;
    });
  } catch (error) {
    if (error instanceof Conflict) return { kind: "conflict", revision: error.revision };
    throw error;
  }
}

class Conflict extends Error {
  constructor(readonly revision: number) {
    super("moved meanwhile");
  }
}

