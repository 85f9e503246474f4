import type { BookingFacts } from "~machines/booking";

import { now } from "~/platform/clock.server";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { dayOf } from "~/workflow/working-days";
import { placeWords, hoursWords, timeWords } from "./saying";
import { passOffer } from "./queue.server";
import { happened, labelOf, taskOf } from "./words";

interface Row {
  readonly sessionId: string;
  readonly startsAt: Date;
  readonly paused: boolean;
  readonly offerUntil: Date | null;
}

async function facts(tx: Tx, id: string, occasion: Occasion): Promise<BookingFacts> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT b.session_id AS "sessionId", s.starts_at AS "startsAt", s.paused, b.offer_until AS "offerUntil" FROM booking b JOIN bookable_session s ON s.id = b.session_id WHERE b.id = ${id}::uuid`;
  if (!row) throw new Error("a booking's workflow has no record beside it");
  const startsOn = dayOf(row.startsAt);
  const dayHasCome = startsOn <= dayOf(now());
  return {
    dayHasCome,
    codeIsRight: dayHasCome && occasion.payload["codeIsRight"] === true,
    // Of alternative dates one moves alone: the others' bookings are not concerned.
    ofThisDate: occasion.payload["movedDate"] === undefined || occasion.payload["movedDate"] === row.sessionId,
    startsOn: row.paused ? "" : startsOn,
    offerUntil: row.paused ? "" : (row.offerUntil?.toISOString() ?? ""),
  };
}

/** Events that put the date in the person's calendar; that move it there, for those who have it; that take it out. */
const PUTS_IN: readonly string[] = ["place.take", "place.takeTogether", "offer.accept", "booking.swap"];
const TAKES_OUT: readonly string[] = ["booking.cancel", "session.cancel", "session.postpone"];

function concernsCalendar(event: string, state: string): boolean {
  return PUTS_IN.includes(event) || (state === "booked" && (event === "session.move" || TAKES_OUT.includes(event)));
}

interface LetterRow {
  readonly sessionId: string;
  readonly reference: string;
  readonly queueNo: number | null;
  readonly sequence: number;
  readonly offerUntil: Date | null;
  readonly title: string;
  readonly state: string;
  readonly region: string;
  readonly authority: string | null;
  readonly person: string;
  readonly session: { readonly paused: boolean; readonly startsAt: Date; readonly endsAt: Date; readonly mode: string; readonly place: string };
  /** The session's date as it stands in people's calendars. */
  readonly dates: readonly { readonly title: string; readonly startsAt: string; readonly endsAt: string; readonly location: string | null; readonly sequence: number }[];
}

const londonInstant = (moment: string): string => new Date(moment).toISOString();

/** Everything a letter of a booking says, in one statement: it is on the path of whoever books. */
async function readForLetter(tx: Tx, id: string): Promise<LetterRow> {
  const [row] = await tx.$queryRawUnsafe<(Omit<LetterRow, "session"> & LetterRow["session"])[]>(
    `SELECT b.session_id AS "sessionId", b.reference, b.queue_no AS "queueNo", b.sequence, b.offer_until AS "offerUntil", w.title, w.state, r.name AS region, a.name AS authority, p.name AS person,
            s.paused, s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.mode, s.place,
            coalesce((SELECT json_agg(json_build_object('title', c.title, 'startsAt', c.starts_at, 'endsAt', c.ends_at, 'location', c.location, 'sequence', c.sequence))
              FROM calendar_entry c WHERE c.workflow_id = b.owner_id AND c.kind = 'session:' || b.session_id), '[]') AS dates
       FROM booking b JOIN workflow w ON w.id = b.id JOIN region r ON r.id = w.region_id JOIN person p ON p.id = b.person_id JOIN bookable_session s ON s.id = b.session_id
       LEFT JOIN authority a ON a.id = b.authority_id
      WHERE b.id = $1::uuid`,
    id,
  );
  if (!row) throw new Error("a booking's workflow has no record beside it");
  const { paused, startsAt, endsAt, mode, place, ...rest } = row;
  return { ...rest, session: { paused, startsAt, endsAt, mode, place } };
}

async function letter(tx: Tx, id: string, occasion: Occasion): Promise<LetterFacts> {
  const row = await readForLetter(tx, id);
  const { session, offerUntil } = row;
  const dates = concernsCalendar(occasion.event, row.state) ? row.dates.map((date) => ({ ...date, startsOn: londonInstant(date.startsAt), endsOn: londonInstant(date.endsAt), allDay: false })) : [];
  const method = TAKES_OUT.includes(occasion.event) ? "CANCEL" : "REQUEST";
  return {
    title: row.title,
    subject: row.title,
    round: "",
    region: row.region,
    authority: row.authority,
    due: null,
    about: {
      person: row.person,
      startsOn: session.paused ? null : dayOf(session.startsAt),
      hours: session.paused ? null : hoursWords(session),
      place: placeWords(session),
      reference: row.reference,
      offerUntilOn: offerUntil && dayOf(offerUntil),
      offerUntilAt: offerUntil && timeWords(offerUntil),
      position: row.queueNo === null || occasion.event !== "queue.join" ? null : await positionOf(tx, row.sessionId, row.queueNo),
    },
    // Each person's entry has a UID of its own, so that one can be taken out while the session stays in the others' calendars.
    calendar: dates.map(({ title, startsOn, endsOn, allDay, location, sequence }) => ({ title, startsOn, endsOn, allDay, location, uid: `${id}@candour`, sequence: sequence + row.sequence, method, path: `/bookings/${id}` })),
  };
}

/** What a session's date is called among the dates of its owner. */
export function dateKind(sessionId: string): string {
  return `session:${sessionId}`;
}

/** How often the session's date has changed. */
export async function sessionSequence(tx: Tx, ownerId: string, sessionId: string): Promise<number> {
  const entry = await tx.calendarEntry.findUnique({ where: { workflowId_kind: { workflowId: ownerId, kind: dateKind(sessionId) } }, select: { sequence: true } });
  return entry?.sequence ?? 0;
}

/** A person's place on the waiting list, from 1; nobody's number is ever changed, so it only falls. */
export async function positionOf(tx: Pick<Tx, "booking">, sessionId: string, queueNo: number): Promise<number> {
  return 1 + (await tx.booking.count({ where: { sessionId, queueNo: { lt: queueNo }, active: true, workflow: { state: { in: ["waiting", "asked"] } } } }));
}

/** What the engine asks of a booking. Registered at start by app/features/processes.server.ts. */
export const bookingProcess: Process = { machine: "booking", facts, letter, path: (id) => `/bookings/${id}`, task: taskOf, label: labelOf, happened, pass: passOffer };
