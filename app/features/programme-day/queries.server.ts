import { bookingsOf, datesOf, myBookings, runsEventsOf, type BookedPerson, type DateOfOwner, type MyBooking } from "~/features/booking";
import { openFor, responsesOf, resultsOf, type Response } from "~/features/evaluation";
import type { State as EvaluationState } from "~/features/evaluation/words";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma-client/client";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn, type Standing } from "~/workflow/reading.server";
import { dayOf } from "~/workflow/working-days";
import type { State } from "./words";

/** Days that exist for this person: of the region they coordinate, those they teach on, and those they may book or were at. */
export function visibleTo(actor: SignedIn): Prisma.ProgrammeDayWhereInput {
  return {
    OR: [
      { cohort: { regionId: { in: [...runsEventsOf(actor)] } } },
      { tutors: { some: { personId: actor.personId } } },
      { workflow: { sessionGuests: { some: { personId: actor.personId } } } },
      { workflow: { bookableSessions: { some: { bookings: { some: { personId: actor.personId } } } } } },
    ],
  };
}

export interface DayOfCohort {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly about: string;
  readonly state: State;
  readonly tutors: readonly string[];
  readonly dates: readonly DateOfOwner[];
  readonly response: Response | null;
}

/** The days of a cohort, in their order. The caller has checked who may see it. */
export async function daysOf(cohortId: string): Promise<DayOfCohort[]> {
  const rows = await db.programmeDay.findMany({
    where: { cohortId }, orderBy: { number: "asc" },
    select: { id: true, number: true, title: true, about: true, workflow: { select: { state: true } }, tutors: { select: { person: { select: { name: true } } } } },
  });
  const ids = rows.map(({ id }) => id);
  const [dates, responses] = await Promise.all([datesOf(ids), responsesOf(ids)]);
  return rows.map(({ workflow, tutors, ...row }) => ({ ...row, state: workflow.state as State, tutors: tutors.map(({ person }) => person.name), dates: dates.get(row.id) ?? [], response: responses.get(row.id) ?? null }));
}

export interface MyDay extends DayOfCohort {
  readonly mine: MyBooking | null;
  readonly evaluation: { readonly id: string; readonly state: EvaluationState } | null;
}

/** Every day of a cohort as its participant sees it: what is booked, what is left to book, what is to be evaluated. Null for whoever has no place. */
export async function myDays(actor: SignedIn, cohortId: string | undefined): Promise<{ readonly title: string; readonly needs: string; readonly days: readonly MyDay[] } | null> {
  if (!isUuid(cohortId)) return null;
  const own = await db.nomination.findFirst({
    where: { cohortId, personId: actor.personId, workflow: { state: { in: ["accepted", "participating", "completed", "notCompleted"] } } },
    select: { cohort: { select: { number: true, programme: { select: { title: true } } } } },
  });
  if (!own) return null;
  const days = await daysOf(cohortId);
  const ids = days.map(({ id }) => id);
  const [mine, evaluations, said] = await Promise.all([
    myBookings(actor.personId), openFor(actor.personId, ids),
    db.booking.findFirst({ where: { personId: actor.personId, ownerId: { in: ids }, active: true, needs: { not: "" }, session: { startsAt: { gt: now() } } }, select: { needs: true } }),
  ]);
  return {
    title: `${own.cohort.programme.title}, cohort ${own.cohort.number}`, needs: said?.needs ?? "",
    days: days.map((day) => ({ ...day, mine: mine.find(({ ownerId }) => ownerId === day.id) ?? null, evaluation: evaluations.get(day.id) ?? null })),
  };
}

export interface DayPage {
  readonly id: string;
  readonly cohortId: string;
  readonly number: number;
  readonly title: string;
  readonly recordTitle: string;
  readonly about: string;
  readonly reason: string | null;
  readonly state: State;
  readonly revision: number;
  readonly regionId: string;
  readonly dates: readonly DateOfOwner[];
  readonly mine: MyBooking | null;
  readonly keeps: boolean;
  readonly teaches: boolean;
  readonly tutors: readonly { readonly personId: string; readonly name: string; readonly notes: string | null }[];
  readonly materials: readonly { readonly id: string; readonly title: string; readonly link: string }[];
  readonly people: readonly BookedPerson[];
  readonly response: Response | null;
  readonly steps: Standing["steps"];
  readonly isOver: boolean;
}

/** One day for whom it exists; null for everybody else. Who comes and what was noted is for tutors and the coordinator alone. */
export async function dayPage(actor: SignedIn, id: string | undefined): Promise<DayPage | null> {
  if (!isUuid(id)) return null;
  const row = await db.programmeDay.findFirst({
    where: { id, AND: [visibleTo(actor)] },
    select: {
      cohortId: true, number: true, title: true, about: true, reason: true, cohort: { select: { regionId: true } }, workflow: { select: { title: true, state: true, revision: true } },
      tutors: { select: { personId: true, notes: true, person: { select: { name: true } } }, orderBy: { person: { name: "asc" } } }, materials: { orderBy: { id: "asc" }, select: { id: true, title: true, link: true } },
    },
  });
  if (!row) return null;
  const keeps = runsEventsOf(actor).includes(row.cohort.regionId);
  const teaches = row.tutors.some(({ personId }) => personId === actor.personId);
  const inside = keeps || teaches;
  const [dates, mine, people, responses, standing] = await Promise.all([datesOf([id]), myBookings(actor.personId), inside ? bookingsOf(id) : [], responsesOf([id]), stepsOn(id, actor)]);
  const own = dates.get(id) ?? [];
  return {
    id, cohortId: row.cohortId, number: row.number, title: row.title, recordTitle: row.workflow.title, about: row.about, reason: row.reason, state: row.workflow.state as State, revision: row.workflow.revision,
    regionId: row.cohort.regionId, dates: own, mine: mine.find(({ ownerId }) => ownerId === id) ?? null, keeps, teaches,
    tutors: row.tutors.map(({ personId, person, notes }) => ({ personId, name: person.name, notes: inside ? notes : null })), materials: row.materials,
    // What somebody needs on the day is the organiser's to know.
    people: keeps ? people : people.map((one) => ({ ...one, needs: "", email: "" })), response: inside ? (responses.get(id) ?? null) : null, steps: keeps ? (standing?.steps ?? []) : [],
    isOver: own.length > 0 && own.every(({ endsAt }) => new Date(endsAt) < now()),
  };
}

/** Participants of the cohort without a booking on a day: who may walk in. */
export async function withoutBooking(dayId: string): Promise<{ readonly id: string; readonly name: string }[]> {
  return db.person.findMany({ where: { sessionGuest: { some: { ownerId: dayId } }, bookings: { none: { ownerId: dayId, active: true } } }, select: { id: true, name: true }, orderBy: { name: "asc" } });
}

/** A date with all its fields, for its form and the register. */
export async function dateOfDay(dayId: string, sessionId: string | undefined) {
  if (!isUuid(sessionId)) return null;
  const row = await db.bookableSession.findFirst({ where: { id: sessionId, ownerId: dayId } });
  return row && { id: row.id, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString(), mode: row.mode, place: row.place, joinLink: row.joinLink, instructions: row.instructions, capacity: row.capacity, doorCode: row.doorCode, dayHasCome: dayOf(row.startsAt) <= dayOf(now()) };
}

/** Whether somebody teaches on any day. */
export async function teachesAnywhere(actor: SignedIn): Promise<boolean> {
  return (await db.dayTutor.findFirst({ where: { personId: actor.personId }, select: { dayId: true } })) !== null;
}

export interface TaughtDay {
  readonly id: string;
  readonly title: string;
  readonly state: State;
  readonly dates: readonly DateOfOwner[];
  readonly booked: number;
  readonly notes: string;
  readonly others: readonly string[];
  readonly materials: number;
  readonly isOver: boolean;
  readonly response: Response | null;
  /** The mean of each scale, once the day has answers. */
  readonly means: readonly { readonly text: string; readonly mean: number; readonly count: number }[];
}

/** The days somebody teaches on, soonest first and those that are over last: what they noted, who comes, and what people thought. */
export async function teachingOf(actor: SignedIn): Promise<TaughtDay[]> {
  const rows = await db.programmeDay.findMany({
    where: { tutors: { some: { personId: actor.personId } } },
    select: { id: true, workflow: { select: { title: true, state: true } }, tutors: { select: { personId: true, notes: true, person: { select: { name: true } } } }, _count: { select: { materials: true } } },
  });
  const ids = rows.map(({ id }) => id);
  const [dates, responses, results] = await Promise.all([datesOf(ids), responsesOf(ids), Promise.all(ids.map((id) => resultsOf(id)))]);
  const days = rows.map(({ id, workflow, tutors, _count }, index): TaughtDay => {
    const own = dates.get(id) ?? [];
    return {
      id, title: workflow.title, state: workflow.state as State, dates: own, booked: own.reduce((sum, { taken }) => sum + taken, 0), notes: tutors.find(({ personId }) => personId === actor.personId)?.notes ?? "",
      others: tutors.filter(({ personId }) => personId !== actor.personId).map(({ person }) => person.name), materials: _count.materials, isOver: own.length > 0 && own.every(({ endsAt }) => new Date(endsAt) < now()),
      response: responses.get(id) ?? null, means: results[index]?.questions.flatMap(({ text, mean, count }) => (mean === null ? [] : [{ text, mean, count }])) ?? [],
    };
  });
  const first = ({ dates: [date] }: TaughtDay) => date?.startsAt ?? "";
  return [...days.filter(({ isOver }) => !isOver).sort((a, b) => first(a).localeCompare(first(b))), ...days.filter(({ isOver }) => isOver).sort((a, b) => first(b).localeCompare(first(a)))];
}

/** Tutors of a region, by name, with the days they teach from today on. */
export async function tutorsOf(regionId: string) {
  const day = { select: { id: true, workflow: { select: { title: true, bookableSessions: { select: { startsAt: true }, orderBy: { startsAt: "asc" as const }, take: 1 } } } } };
  const person = { select: { name: true, email: true, tutorOn: { where: { day: { cohort: { regionId } } }, select: { day } } } };
  const rows = await db.tutor.findMany({ where: { regionId }, orderBy: { person: { name: "asc" } }, select: { personId: true, about: true, person } });
  return rows.map(({ personId, about, person }) => ({
    personId, about, name: person.name, email: person.email,
    days: person.tutorOn.map(({ day }) => ({ id: day.id, title: day.workflow.title, startsAt: day.workflow.bookableSessions[0]?.startsAt.toISOString() ?? null })).sort((a, b) => (a.startsAt ?? "").localeCompare(b.startsAt ?? "")),
  }));
}
