import { planEvent, openBooking, type NewEvent } from "~/features/event";
import type { SessionDate } from "~/features/booking";
import { db, pool } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import { aHolder, aRegion, type TestRegion } from "../cycle/region";
import { workingDay } from "../support/days";

export { aHolder, aRegion, lettersOf } from "../cycle/region";
export { workingDay } from "../support/days";

export interface TestEvent {
  readonly region: TestRegion;
  readonly eventId: string;
  readonly sessionId: string;
}

export const someDate = (over: Partial<SessionDate> = {}): SessionDate => ({ day: workingDay(30), startsAt: "10:00", endsAt: "15:30", mode: "inPerson", place: "County Hall", joinLink: "", instructions: "", capacity: 2, ...over });

export interface EventOver {
  readonly date?: Partial<SessionDate>;
  readonly rules?: Partial<NewEvent["rules"]>;
  readonly title?: string;
}

/** An event that is planned, with one date. */
export async function aPlannedEvent(region: TestRegion, over: EventOver = {}): Promise<TestEvent> {
  const made = await planEvent({
    regionId: region.id, details: { title: over.title ?? "Improvement conference", kind: "conference", about: "" }, date: someDate(over.date),
    rules: { bookBy: workingDay(20), audience: "region", attendedOwnerId: null, anyTicket: false, quota: null, offerHours: 8, ...over.rules }, actor: region.coordinator,
  });
  if (made.kind !== "made") throw new Error(`the event was refused: ${made.reason}`);
  const { id } = await db.bookableSession.findFirstOrThrow({ where: { ownerId: made.id }, select: { id: true } });
  return { region, eventId: made.id, sessionId: id };
}

/** An event whose booking is open. */
export async function anOpenEvent(over: EventOver & { readonly region?: TestRegion } = {}): Promise<TestEvent> {
  const event = await aPlannedEvent(over.region ?? (await aRegion()), over);
  const opened = await openBooking({ eventId: event.eventId, actor: event.region.coordinator });
  if (opened.kind !== "moved") throw new Error(`booking did not open: ${JSON.stringify(opened)}`);
  return event;
}

/** So many people of an authority (its number in the region). */
export async function colleagues(region: TestRegion, count: number, authority = 0): Promise<SignedIn[]> {
  const authorityId = region.authorities[authority]?.id ?? "";
  return Promise.all(Array.from({ length: count }, (_, index) => aHolder({ regionId: region.id, authorityId, kind: "section-author", name: `Colleague ${authority}.${index}` })));
}

export async function stateOf(id: string): Promise<string> {
  return (await db.workflow.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
}

export interface Truth {
  readonly capacity: number;
  readonly taken: number;
  readonly holding: number;
  readonly waiting: number;
  /** Waiting people whose authority has a place left by its quota. */
  readonly couldTake: number;
}

/** What the database holds of a session, counted from the states themselves beside its own counter. */
export async function truthOf(sessionId: string): Promise<Truth> {
  const { rows } = await pool.query<Truth>(
    `SELECT s.capacity, s.taken,
            (SELECT count(*)::int FROM booking b JOIN workflow w ON w.id = b.id WHERE b.session_id = s.id AND w.state IN ('offered','booked','attended','partlyAttended','noShow')) AS holding,
            (SELECT count(*)::int FROM booking b JOIN workflow w ON w.id = b.id WHERE b.session_id = s.id AND w.state = 'waiting') AS waiting,
            (SELECT count(*)::int FROM booking b JOIN workflow w ON w.id = b.id LEFT JOIN session_quota q ON q.session_id = b.session_id AND q.authority_id = b.authority_id
              WHERE b.session_id = s.id AND w.state = 'waiting' AND (q.session_id IS NULL OR q.taken < q.places)) AS "couldTake"
       FROM bookable_session s WHERE s.id = $1`,
    [sessionId],
  );
  if (!rows[0]) throw new Error("there is no such session");
  return rows[0];
}
