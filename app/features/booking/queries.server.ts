import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { processOf } from "~/workflow/process.server";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn } from "~/workflow/reading.server";
import { dayOf } from "~/workflow/working-days";
import { runsEventsOf } from "./rights";
import { placeWords } from "./saying";
import type { Mode, State } from "./words";
import { positionOf } from "./workflow.server";

/** One date of an owner, as whoever thinks of booking sees it. */
export interface DateOfOwner {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly mode: Mode;
  readonly where: string;
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
  readonly bookBy: string;
  readonly bookable: boolean;
  readonly paused: boolean;
  readonly begun: boolean;
}

/** The dates of an owner, first to last. The caller has checked who may see it. */
export async function datesOf(ownerIds: readonly string[]): Promise<ReadonlyMap<string, readonly DateOfOwner[]>> {
  const rows = await db.bookableSession.findMany({
    where: { ownerId: { in: [...ownerIds] } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    include: { _count: { select: { bookings: { where: { workflow: { state: "waiting" } } } } } },
  });
  const dates = new Map<string, DateOfOwner[]>();
  for (const row of rows) {
    const date: DateOfOwner = {
      id: row.id, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString(), mode: row.mode as Mode, where: placeWords(row), capacity: row.capacity, taken: row.taken,
      waiting: row._count.bookings, bookBy: row.bookBy.toISOString().slice(0, 10), bookable: row.bookable, paused: row.paused, begun: row.startsAt <= now(),
    };
    dates.set(row.ownerId, [...(dates.get(row.ownerId) ?? []), date]);
  }
  return dates;
}

export interface MyBooking {
  readonly id: string;
  readonly ownerId: string;
  readonly sessionId: string;
  readonly title: string;
  readonly state: State;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly where: string;
  readonly position: number | null;
  readonly offerUntil: string | null;
}

/** A person's own bookings that count, and of the past ones those that were used; soonest first. */
export async function myBookings(personId: string): Promise<MyBooking[]> {
  const rows = await db.booking.findMany({
    where: { personId, active: true },
    orderBy: [{ session: { startsAt: "asc" } }, { id: "asc" }],
    select: { id: true, ownerId: true, sessionId: true, queueNo: true, offerUntil: true, session: true, workflow: { select: { title: true, state: true } } },
  });
  return Promise.all(
    rows.map(async ({ id, ownerId, sessionId, session, workflow, queueNo, offerUntil }) => ({
      id, ownerId, sessionId, title: workflow.title, state: workflow.state as State, startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString(), where: placeWords(session),
      position: workflow.state === "waiting" && queueNo !== null ? await positionOf(db, sessionId, queueNo) : null,
      offerUntil: workflow.state === "offered" ? (offerUntil?.toISOString() ?? null) : null,
    })),
  );
}

export interface BookingPage extends MyBooking {
  readonly revision: number;
  readonly reference: string;
  readonly person: string;
  readonly self: boolean;
  readonly bookedBy: string | null;
  readonly ticket: string | null;
  readonly needs: string;
  readonly regionId: string;
  readonly ownerPath: string;
  readonly paused: boolean;
  /** How to join: only for those who have a place, and the organiser. */
  readonly joinLink: string | null;
  readonly instructions: string | null;
  readonly dayHasCome: boolean;
  /** The event at which commitments can be made, once its day has come. */
  readonly commitsAt: string | null;
  readonly isOver: boolean;
  readonly steps: readonly string[];
  /** Other dates of the same owner that have a free place. */
  readonly otherDates: readonly DateOfOwner[];
  readonly keeps: boolean;
}

/** A booking for whoever it is of, whoever made it, and the coordinators of its region. Null for everybody else. */
export async function bookingPage(actor: SignedIn, bookingId: string): Promise<BookingPage | null> {
  const row = await db.booking.findFirst({
    where: { id: bookingId, OR: [{ personId: actor.personId }, { bookedById: actor.personId }, { session: { regionId: { in: [...runsEventsOf(actor)] } } }] },
    select: {
      id: true, ownerId: true, sessionId: true, personId: true, queueNo: true, offerUntil: true, reference: true, needs: true, bookedById: true, authority: { select: { name: true } },
      person: { select: { name: true } }, bookedBy: { select: { name: true } }, session: { include: { owner: { select: { machine: true } } } }, workflow: { select: { title: true, state: true, revision: true } },
    },
  });
  if (!row) return null;
  const { session, workflow } = row;
  const state = workflow.state as State;
  const keeps = runsEventsOf(actor).includes(session.regionId);
  const self = row.personId === actor.personId;
  const hasPlace = ["booked", "attended", "partlyAttended"].includes(state);
  const [standing, dates] = await Promise.all([stepsOn(row.id, actor), datesOf([row.ownerId])]);
  return {
    id: row.id, ownerId: row.ownerId, sessionId: row.sessionId, title: workflow.title, state, revision: workflow.revision, reference: row.reference, person: row.person.name, self,
    bookedBy: row.bookedById === row.personId ? null : row.bookedBy.name, ticket: row.authority?.name ?? null, needs: self || keeps ? row.needs : "", regionId: session.regionId,
    ownerPath: processOf(session.owner.machine).path(row.ownerId), startsAt: session.startsAt.toISOString(), endsAt: session.endsAt.toISOString(), where: placeWords(session), paused: session.paused,
    joinLink: (self && hasPlace) || keeps ? session.joinLink || null : null, instructions: (self && hasPlace) || keeps ? session.instructions || null : null,
    position: state === "waiting" && row.queueNo !== null ? await positionOf(db, row.sessionId, row.queueNo) : null,
    offerUntil: state === "offered" ? (row.offerUntil?.toISOString() ?? null) : null,
    commitsAt: self && hasPlace && session.owner.machine === "event" && dayOf(session.startsAt) <= dayOf(now()) ? row.ownerId : null,
    dayHasCome: dayOf(session.startsAt) <= dayOf(now()), isOver: session.endsAt < now(), steps: (standing?.steps ?? []).filter(({ blockedBy }) => !blockedBy).map(({ event }) => event), keeps,
    otherDates: (dates.get(row.ownerId) ?? []).filter((date) => date.id !== row.sessionId && date.bookable && !date.paused && !date.begun && date.taken < date.capacity && date.waiting === 0),
  };
}

/** Somebody who has, waits for or had a place at a session. */
export interface BookedPerson {
  readonly bookingId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly authority: string | null;
  readonly state: State;
  readonly reference: string;
  readonly queueNo: number | null;
  readonly offerUntil: string | null;
  readonly needs: string;
  readonly bookedAt: string;
  readonly sessionId: string;
}

/** Everybody of an owner's dates, for its coordinators: in the order of booking, the waiting list in its own. The caller has checked who may see it. */
export async function bookingsOf(ownerId: string): Promise<BookedPerson[]> {
  const rows = await db.booking.findMany({
    where: { ownerId },
    orderBy: [{ queueNo: { sort: "asc", nulls: "first" } }, { createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true, personId: true, sessionId: true, reference: true, queueNo: true, offerUntil: true, needs: true, createdAt: true, person: { select: { name: true, email: true } },
      authority: { select: { name: true } }, workflow: { select: { state: true } },
    },
  });
  return rows.map(({ id, person, authority, workflow, createdAt, offerUntil, ...row }) => ({
    ...row, bookingId: id, name: person.name, email: person.email, authority: authority?.name ?? null, state: workflow.state as State, bookedAt: createdAt.toISOString(), offerUntil: offerUntil?.toISOString() ?? null,
  }));
}
