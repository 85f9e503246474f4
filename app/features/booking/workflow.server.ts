import type { BookingFacts } from "~machines/booking";

import { datesForLetter } from "~/features/calendar";
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

async function letter(tx: Tx, id: string, occasion: Occasion): Promise<LetterFacts> {
  const row = await tx.booking.findUniqueOrThrow({
    where: { id },
    select: {
      ownerId: true, sessionId: true, reference: true, queueNo: true, sequence: true, offerUntil: true, authority: { select: { name: true } }, person: { select: { name: true } }, session: true,
      workflow: { select: { title: true, state: true, region: { select: { name: true } } } },
    },
  });
  const { session, workflow, offerUntil } = row;
  const dates = concernsCalendar(occasion.event, workflow.state) ? await datesForLetter(tx, row.ownerId, [dateKind(row.sessionId)]) : [];
  const method = TAKES_OUT.includes(occasion.event) ? "CANCEL" : "REQUEST";
  return {
    title: workflow.title,
    subject: workflow.title,
    round: "",
    region: workflow.region.name,
    authority: row.authority?.name ?? null,
    due: null,
    about: {
      person: row.person.name,
      startsOn: session.paused ? null : dayOf(session.startsAt),
      hours: session.paused ? null : hoursWords(session),
      place: placeWords(session),
      reference: row.reference,
      offerUntilOn: offerUntil && dayOf(offerUntil),
      offerUntilAt: offerUntil && timeWords(offerUntil),
      position: row.queueNo === null || occasion.event !== "queue.join" ? null : await positionOf(tx, row.sessionId, row.queueNo),
    },
    // Each person's entry has a UID of its own, so that one can be taken out while the session stays in the others' calendars.
    calendar: dates.map((date) => ({ ...date, uid: `${id}@candour`, sequence: date.sequence + row.sequence, method, path: `/bookings/${id}` })),
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
