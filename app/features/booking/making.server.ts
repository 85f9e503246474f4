import { now } from "~/platform/clock.server";
import type { Actor } from "~/workflow/actor.server";
import { begin, fireWithin, type Party } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import type { Tx } from "~/workflow/process.server";
import { dayOf } from "~/workflow/working-days";
import { lockSession, lockSessions, orRefusal, personOf, Refusal, type Refused, type SessionRow } from "./acting.server";
import { inLine } from "./line.server";
import { booksForKinds } from "./rights";
import { settleQueue } from "./queue.server";
import { randomCode } from "./random-code.server";

export interface ToBook {
  readonly sessionId: string;
  /** One person, or a team that comes together or not at all. */
  readonly personIds: readonly string[];
  /** Whose ticket it is, where a person may take another authority's; their own when left out. */
  readonly ticket?: string | undefined;
  /** Dietary and access needs of a single person. */
  readonly needs?: string | undefined;
  readonly actor: Actor;
  readonly requestKey?: string | undefined;
}

export interface Made {
  readonly bookingId: string;
  readonly personId: string;
  readonly reference: string;
  readonly state: "booked" | "waiting";
}

export type BookResult = { readonly kind: "made"; readonly bookings: readonly Made[] } | Refused;

/**
 * Books a place for one person, or for a team all at once, under the session's lock: first come, first
 * served. A single person for whom there is none joins the end of the waiting list; a team is booked whole
 * or not at all ("team-does-not-fit"). The same press books once.
 */
export function bookPlaces(given: ToBook): Promise<BookResult> {
  return inLine(given.sessionId, () => orRefusal(async (tx): Promise<BookResult> => ({ kind: "made", bookings: await bookWithin(tx, given, { together: false }) })));
}

/**
 * Books one person or a team at several sessions, at all of them or at none: where one has no place for
 * everybody, nothing is booked ("sessions-do-not-fit"). Whoever has a booking of a session already is left
 * out there. Each session's confirmation goes to whoever comes; whoever booked sees the whole on the page.
 */
export function bookSessions({ sessionIds, personIds, actor, requestKey }: Omit<ToBook, "sessionId" | "ticket" | "needs"> & { readonly sessionIds: readonly string[] }): Promise<BookResult> {
  return orRefusal(async (tx): Promise<BookResult> => {
    if (sessionIds.length === 0) throw new Refusal("choose-sessions");
    const sessions = await lockSessions(tx, [...new Set(sessionIds)]);
    const bookings: Made[] = [];
    for (const { id: sessionId, ownerId } of sessions) {
      const keyHere = requestKey ? `${requestKey}.${sessionId}` : undefined;
      const before = keyHere ? await madeBy(tx, keyHere, sessionId) : [];
      const booked = await tx.booking.findMany({ where: { ownerId, personId: { in: [...personIds] }, active: true }, select: { personId: true } });
      const left = personIds.filter((id) => !booked.some(({ personId }) => personId === id));
      bookings.push(...(before.length > 0 || left.length === 0 ? before : await bookWithin(tx, { sessionId, personIds: left, actor, requestKey: keyHere }, { together: true })));
    }
    if (bookings.length === 0) throw new Refusal(sessions.length === 0 ? "no-such-session" : "booked-already");
    return { kind: "made", bookings };
  });
}

async function bookWithin(tx: Tx, { sessionId, ticket, needs, actor, requestKey, ...given }: ToBook, { together }: { readonly together: boolean }): Promise<Made[]> {
  const personIds = [...new Set(given.personIds)];
  const bookedById = personOf(actor);
  if (personIds.length === 0) throw new Refusal("choose-somebody");
  const locked = await lockSession(tx, sessionId);
  const before = requestKey ? await madeBy(tx, requestKey, sessionId) : [];
  if (before.length > 0) return before;
  // Whoever waits comes before whoever books now. The session is settled at the end of each transaction, so that this seldom finds anything.
  const session = locked.awaited && locked.taken < locked.capacity && (await settleQueue(tx, locked)) > 0 ? await lockSession(tx, sessionId) : locked;
  const around = await readAround(tx, session, personIds, bookedById);
  const coordinates = around.coordinatorIds.includes(bookedById);
  checkOpen(session, coordinates);
  const guests = personIds.map((personId) => {
    const guest = around.people.find((one) => one.id === personId);
    if (!guest) throw new Refusal("choose-somebody");
    return { ...guest, ticketOf: ticketFor(guest, session, around.authorityIds, ticket) };
  });
  checkRights(guests, bookedById, coordinates, around.booksFor);
  if (guests.some(({ hasBooking }) => hasBooking)) throw new Refusal("booked-already");
  const fits = fit(session, around.quotas, guests.map(({ ticketOf }) => ticketOf));
  if (!fits && together) throw new Refusal("sessions-do-not-fit");
  if (!fits && guests.length > 1) throw new Refusal("team-does-not-fit");
  const bookings: Made[] = [];
  for (const { id: personId, ticketOf } of guests) {
    bookings.push(await make(tx, { session, personId, ticketOf, title: around.title, coordinatorPosts: around.coordinatorPosts, bookedById, actor, needs: guests.length === 1 ? (needs ?? "") : "", requestKey, takes: fits, together }));
  }
  return bookings;
}

function checkOpen(session: SessionRow, coordinates: boolean): void {
  const moment = now();
  if (session.paused) throw new Refusal(session.bookable ? "postponed" : "not-open");
  // On the day the coordinator still books those who turn up, as long as there are places.
  if (coordinates ? dayOf(session.endsAt) < dayOf(moment) : session.startsAt <= moment) throw new Refusal("begun");
  if (coordinates) return;
  if (session.bookBy < dayOf(moment)) throw new Refusal("deadline-passed");
  if (!session.bookable) throw new Refusal("not-open");
}

interface Guest {
  readonly id: string;
  readonly authorityIds: readonly string[];
  readonly ofRegion: boolean;
  readonly invited: boolean;
  readonly hasBooking: boolean;
}

interface Around {
  readonly title: string;
  readonly people: readonly Guest[];
  readonly coordinatorPosts: readonly string[];
  readonly coordinatorIds: readonly string[];
  /** Authorities whose people the actor may book. */
  readonly booksFor: readonly string[];
  readonly authorityIds: readonly string[];
  /** What each authority with a quota has of it, under the session's lock. */
  readonly quotas: readonly { readonly authorityId: string; readonly places: number; readonly taken: number }[];
}

/** Everything a booking asks about the people, in one query. */
async function readAround(tx: Tx, session: SessionRow, personIds: readonly string[], bookedById: string): Promise<Around> {
  const [row] = await tx.$queryRawUnsafe<[{ around: Around }]>(
    `WITH held AS (
       SELECT h.person_id, p.id AS post_id, p.kind, p.authority_id FROM holding h JOIN post p ON p.id = h.post_id JOIN person one ON one.id = h.person_id
        WHERE p.region_id = $2 AND h."from" <= $5::timestamptz AND (h."to" IS NULL OR h."to" > $5::timestamptz) AND (one.left_at IS NULL OR one.left_at > $5::timestamptz)
          AND (h.person_id = ANY($3::uuid[]) OR h.person_id = $4::uuid OR p.kind = 'sli-coordinator')
     )
     SELECT json_build_object(
       'title', (SELECT title FROM workflow WHERE id = $1::uuid),
       'people', coalesce((SELECT json_agg(json_build_object(
          'id', one.id,
          'authorityIds', coalesce((SELECT json_agg(DISTINCT authority_id) FROM held WHERE person_id = one.id AND authority_id IS NOT NULL), '[]'),
          'ofRegion', EXISTS (SELECT 1 FROM held WHERE person_id = one.id),
          'invited', CASE $6::text
             WHEN 'attended' THEN EXISTS (SELECT 1 FROM booking b JOIN workflow w ON w.id = b.id WHERE b.owner_id = $7::uuid AND b.person_id = one.id AND w.state IN ('attended', 'partlyAttended'))
             WHEN 'members' THEN EXISTS (SELECT 1 FROM membership m JOIN workflow w ON w.id = m.id WHERE m.network_id = $7::uuid AND m.person_id = one.id AND w.state = 'member')
             WHEN 'named' THEN EXISTS (SELECT 1 FROM session_guest g WHERE g.owner_id = $1::uuid AND g.person_id = one.id)
             ELSE EXISTS (SELECT 1 FROM held WHERE person_id = one.id) END,
          'hasBooking', EXISTS (SELECT 1 FROM booking b WHERE b.owner_id = $1::uuid AND b.person_id = one.id AND b.active)))
         FROM person one WHERE one.id = ANY($3::uuid[])), '[]'),
       'coordinatorPosts', coalesce((SELECT json_agg(id) FROM post WHERE region_id = $2 AND kind = 'sli-coordinator' AND authority_id IS NULL), '[]'),
       'coordinatorIds', coalesce((SELECT json_agg(DISTINCT person_id) FROM held WHERE kind = 'sli-coordinator'), '[]'),
       'booksFor', coalesce((SELECT json_agg(DISTINCT authority_id) FROM held WHERE person_id = $4::uuid AND authority_id IS NOT NULL AND kind = ANY($8::text[])), '[]'),
       'authorityIds', coalesce((SELECT json_agg(id) FROM authority WHERE region_id = $2), '[]'),
       'quotas', coalesce((SELECT json_agg(json_build_object('authorityId', authority_id, 'places', places, 'taken', taken)) FROM session_quota WHERE session_id = $9::uuid), '[]')
     ) AS around`,
    session.ownerId, session.regionId, [...personIds], bookedById, now().toISOString(), session.audience, session.attendedOwnerId, [...booksForKinds], session.id,
  );
  return row.around;
}

function ticketFor(guest: Guest, session: SessionRow, authorityIds: readonly string[], ticket: string | undefined): string | null {
  const [own] = [...guest.authorityIds].sort();
  if (!ticket) return own ?? null;
  if (guest.authorityIds.includes(ticket)) return ticket;
  if (!authorityIds.includes(ticket)) throw new Refusal("choose-ticket");
  if (!session.anyTicket) throw new Refusal("not-your-ticket");
  return ticket;
}

function checkRights(guests: readonly Guest[], bookedById: string, coordinates: boolean, booksFor: readonly string[]): void {
  for (const guest of guests) {
    const mayBook = coordinates || guest.id === bookedById || guest.authorityIds.some((id) => booksFor.includes(id));
    if (!mayBook) throw new Refusal(booksFor.length > 0 ? "not-of-your-authority" : "not-your-role");
    if (!guest.invited) throw new Refusal("not-invited");
  }
}

/** Whether there is a place for each of these tickets, of the session and of each authority's quota. */
function fit(session: SessionRow, quotas: Around["quotas"], tickets: readonly (string | null)[]): boolean {
  if (session.taken + tickets.length > session.capacity) return false;
  return quotas.every((quota) => quota.taken + tickets.filter((one) => one === quota.authorityId).length <= quota.places);
}

interface ToMake {
  readonly session: SessionRow;
  readonly personId: string;
  readonly ticketOf: string | null;
  readonly title: string;
  readonly coordinatorPosts: readonly string[];
  readonly bookedById: string;
  readonly actor: Actor;
  readonly needs: string;
  readonly requestKey: string | undefined;
  readonly takes: boolean;
  /** With other sessions at once: whoever books is not told of each. */
  readonly together: boolean;
}

async function make(tx: Tx, { session, personId, ticketOf, title, coordinatorPosts, bookedById, actor, needs, requestKey, takes, together }: ToMake): Promise<Made> {
  const id = uuidv7();
  const reference = `B-${randomCode(6)}`;
  const queueNo = takes ? null : await nextNumber(tx, session.id);
  const parties: Party[] = [
    { role: "attendee", personId },
    ...(personId === bookedById ? [] : [{ role: "booker", personId: bookedById }]),
    ...coordinatorPosts.map((postId) => ({ role: "coordinator", postId })),
  ];
  await begin(
    {
      id, machine: "booking", regionId: session.regionId, parentId: session.ownerId, title, parties, actor, ...(ticketOf ? { authorityId: ticketOf } : {}),
      write: async (inner) => {
        await inner.$executeRawUnsafe(
          `INSERT INTO booking (id, session_id, owner_id, person_id, authority_id, booked_by_id, reference, queue_no, needs, request_key, created_at)
           VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, $5, $6::uuid, $7, $8, $9, $10, $11::timestamptz)`,
          id, session.id, session.ownerId, personId, ticketOf, bookedById, reference, queueNo, needs, requestKey ?? null, now().toISOString(),
        );
      },
    },
    tx,
  );
  const result = await fireWithin(tx, { workflowId: id, event: !takes ? "queue.join" : together ? "place.takeTogether" : "place.take", actor });
  if (result.kind !== "moved") throw new Error(`a booking could not be made: ${JSON.stringify(result)}`);
  return { bookingId: id, personId, reference, state: takes ? "booked" : "waiting" };
}

async function nextNumber(tx: Tx, sessionId: string): Promise<number> {
  const [row] = await tx.$queryRawUnsafe<[{ lastInQueue: number }]>(`UPDATE bookable_session SET last_in_queue = last_in_queue + 1 WHERE id = $1::uuid RETURNING last_in_queue AS "lastInQueue"`, sessionId);
  return row.lastInQueue;
}

/** What the same press made before. */
async function madeBy(tx: Tx, requestKey: string, sessionId: string): Promise<Made[]> {
  const before = await tx.booking.findMany({ where: { requestKey, sessionId }, select: { id: true, personId: true, reference: true, queueNo: true } });
  return before.map(({ id, queueNo, ...one }) => ({ ...one, bookingId: id, state: queueNo === null ? ("booked" as const) : ("waiting" as const) }));
}
