import { addSession, changeSession, hasDate, lockSessionsOf, wouldMove, type SessionDate } from "~/features/booking";
import { orRefusal, personOf, Refusal, withReason, writing, type Refused } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import { begin, type FireResult } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import { addWorkingDays, londonTime } from "~/workflow/working-days";
import { retitle } from "~/workflow/title.server";
import { moving } from "~/features/nomination";
import { act, fireDay, mustCoordinate, type Act } from "./acting.server";

/** Working days before a date until which it can be booked. */
const BOOK_BEFORE = 2;

export interface DayDetails {
  readonly title: string;
  readonly about: string;
  readonly tutorIds: readonly string[];
}

const rulesFor = (date: SessionDate) => ({ bookBy: addWorkingDays(date.day, -BOOK_BEFORE), audience: "named" as const, attendedOwnerId: null, anyTicket: false, quota: null, offerHours: 8 });

/** The title of a day's record: "SLP cohort 7, day 2: Leading across services". */
const titleOf = (short: string, cohort: number, day: number, title: string) => `${short} cohort ${cohort}, day ${day}: ${title}`;

/** Adds a day to a cohort, with its first date. In a cohort whose decisions are out it can be booked at once. The same day sent twice is one. */
export function addDay({ cohortId, details, date, actor }: { readonly cohortId: string; readonly details: DayDetails; readonly date: SessionDate; readonly actor: Actor }): Promise<{ readonly kind: "made"; readonly id: string } | Refused> {
  return orRefusal(() => inTransaction(async (tx) => ({ kind: "made" as const, id: await addDayWithin(tx, { cohortId, details, dates: [date], actor }) })));
}

export async function addDayWithin(tx: Tx, { cohortId, details, dates, actor }: { readonly cohortId: string; readonly details: DayDetails; readonly dates: readonly SessionDate[]; readonly actor: Actor }): Promise<string> {
  const [cohort] = await tx.$queryRaw<{ regionId: string; number: number; short: string; state: string }[]>`
    SELECT c.region_id AS "regionId", c.number, p.short, (SELECT state FROM workflow WHERE id = c.id) AS state FROM cohort c JOIN programme p ON p.id = c.programme_id WHERE c.id = ${cohortId}::uuid FOR UPDATE OF c`;
  if (!cohort) throw new Refusal("no-such-record");
  await mustCoordinate(tx, { actor }, cohort.regionId);
  if (["completed", "followingUp", "evaluated", "cancelled"].includes(cohort.state)) throw new Refusal("no-such-step");
  const same = await tx.programmeDay.findMany({ where: { cohortId, title: details.title }, select: { id: true } });
  for (const { id } of same) for (const date of dates) if (await hasDate(tx, id, date)) return id;
  const number = ((await tx.programmeDay.aggregate({ where: { cohortId }, _max: { number: true } }))._max.number ?? 0) + 1;
  const posts = await tx.post.findMany({ where: { regionId: cohort.regionId, authorityId: null, kind: "sli-coordinator" }, select: { id: true } });
  await checkTutors(tx, cohort.regionId, details.tutorIds);
  const id = uuidv7();
  const title = titleOf(cohort.short, cohort.number, number, details.title);
  await begin(
    {
      id, machine: "programme-day", regionId: cohort.regionId, parentId: cohortId, title, actor,
      parties: [...posts.map((post) => ({ role: "coordinator", postId: post.id })), ...details.tutorIds.map((personId) => ({ role: "tutor", personId }))],
      write: async (inner) => {
        await inner.programmeDay.create({ data: { id, cohortId, number, title: details.title, about: details.about, tutors: { create: details.tutorIds.map((personId) => ({ personId })) } }, select: { id: true } });
        for (const date of dates) await addSession(inner, { ownerId: id, regionId: cohort.regionId, title, date, rules: rulesFor(date) });
        await inner.$executeRaw`INSERT INTO session_guest (owner_id, person_id)
          SELECT ${id}::uuid, n.person_id FROM nomination n JOIN workflow w ON w.id = n.id AND w.state IN ('accepted', 'participating') WHERE n.cohort_id = ${cohortId}::uuid ON CONFLICT DO NOTHING`;
      },
    },
    tx,
  );
  if (cohort.state === "confirmed" || cohort.state === "running") {
    const opened = await fireDay(tx, { workflowId: id, event: "booking.open", actor });
    if (opened.kind === "refused") throw new Refusal(opened.reason);
  }
  return id;
}

async function checkTutors(tx: Tx, regionId: string, tutorIds: readonly string[]): Promise<void> {
  if ((await tx.tutor.count({ where: { regionId, personId: { in: [...tutorIds] } } })) !== new Set(tutorIds).size) throw new Refusal("no-such-tutor");
}

async function dayRow(tx: Tx, dayId: string) {
  const day = await tx.programmeDay.findUnique({ where: { id: dayId }, select: { number: true, title: true, cohort: { select: { regionId: true, number: true, programme: { select: { short: true } } } }, workflow: { select: { title: true, state: true } } } });
  if (!day) throw new Refusal("no-such-record");
  return day;
}

/** Changes what a day is about and who teaches. */
export function changeDay({ details, ...given }: Act & { readonly details: DayDetails }): Promise<FireResult> {
  return act(given, "day.change", {}, async (tx) => {
    const day = await dayRow(tx, given.dayId);
    await checkTutors(tx, day.cohort.regionId, details.tutorIds);
    await tx.programmeDay.update({ where: { id: given.dayId }, data: { title: details.title, about: details.about }, select: { id: true } });
    await retitle(tx, given.dayId, titleOf(day.cohort.programme.short, day.cohort.number, day.number, details.title));
    await tx.dayTutor.deleteMany({ where: { dayId: given.dayId, personId: { notIn: [...details.tutorIds] } } });
    await tx.dayTutor.createMany({ data: details.tutorIds.map((personId) => ({ dayId: given.dayId, personId })), skipDuplicates: true });
    await tx.workflowParty.deleteMany({ where: { workflowId: given.dayId, role: "tutor", personId: { notIn: [...details.tutorIds] } } });
    const known = await tx.workflowParty.findMany({ where: { workflowId: given.dayId, role: "tutor" }, select: { personId: true } });
    await tx.workflowParty.createMany({ data: details.tutorIds.filter((id) => !known.some(({ personId }) => personId === id)).map((personId) => ({ workflowId: given.dayId, role: "tutor", personId })) });
  });
}

/**
 * Changes a date. Once it can be booked, another day, hour or place is told to everybody booked, with a new
 * entry for their calendars. Refused when somebody booked has another programme day then ("moved-onto-booked-day").
 */
export function changeDate({ sessionId, date, dayId, ...acting }: Act & { readonly sessionId: string; readonly date: SessionDate }): Promise<FireResult> {
  return moving(async (tx) => {
    const sessions = await lockSessionsOf(tx, dayId);
    const session = sessions.find(({ id }) => id === sessionId);
    if (!session) throw new Refusal("no-such-session");
    const day = await dayRow(tx, dayId);
    const moves = day.workflow.state === "bookingOpen" && (await wouldMove(tx, sessionId, date));
    return fireDay(tx, { workflowId: dayId, event: moves ? "day.move" : "day.change", ...acting }, async (inner) => {
      await mustNotClash(inner, sessionId, date);
      await changeSession(inner, session, day.workflow.title, date);
      await inner.bookableSession.update({ where: { id: sessionId }, data: { bookBy: new Date(`${addWorkingDays(date.day, -BOOK_BEFORE)}T00:00:00Z`) }, select: { id: true } });
    });
  });
}

async function mustNotClash(tx: Tx, sessionId: string, date: SessionDate): Promise<void> {
  const [startsAt, endsAt] = [londonTime(date.day, date.startsAt), londonTime(date.day, date.endsAt)];
  const [row] = await tx.$queryRaw<{ clashes: number }[]>`
    SELECT count(*)::int AS clashes FROM booking mine
      JOIN booking other ON other.person_id = mine.person_id AND other.session_id <> mine.session_id AND other.holds
      JOIN bookable_session s ON s.id = other.session_id AND s.starts_at < ${endsAt} AND s.ends_at > ${startsAt}
      JOIN programme_day d ON d.id = other.owner_id
     WHERE mine.session_id = ${sessionId}::uuid AND mine.holds`;
  if (row && row.clashes > 0) throw new Refusal("moved-onto-booked-day");
}

/** Adds an alternative date of the same day: a person has a place at one of them. */
export function addDate({ date, ...given }: Act & { readonly date: SessionDate }): Promise<FireResult> {
  return act(given, "day.change", {}, async (tx) => {
    const day = await dayRow(tx, given.dayId);
    if (await hasDate(tx, given.dayId, date)) return;
    await addSession(tx, { ownerId: given.dayId, regionId: day.cohort.regionId, title: day.workflow.title, date, rules: rulesFor(date), open: day.workflow.state === "bookingOpen" });
  });
}

export const openDay = (given: Act): Promise<FireResult> => act(given, "booking.open");
/** It has taken place: the waiting lists close, needs are deleted, and whoever came is asked what they thought. */
export const holdDay = (given: Act): Promise<FireResult> => act(given, "day.hold");
export const closeEvaluation = (given: Act): Promise<FireResult> => act(given, "evaluation.close");

export function cancelDay({ reason, ...given }: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(reason);
  return act(given, "day.cancel", { payload, write: async (tx) => void (await tx.programmeDay.update({ where: { id: given.dayId }, data: { reason: text === "" ? null : text }, select: { id: true } })) });
}

/** Adds something to read, for everybody of the day. Tutors of the day and the coordinator do. The same press adds it once. */
export function addMaterial({ dayId, title, link, actor, requestKey }: Act & { readonly title: string; readonly link: string }): Promise<{ readonly kind: "saved" } | Refused> {
  return writing(async (tx) => {
    await mustPrepare(tx, dayId, actor);
    await tx.dayMaterial.createMany({ data: [{ dayId, title, link, requestKey: requestKey ?? null }], skipDuplicates: true });
    return { kind: "saved" as const };
  });
}

export function removeMaterial({ dayId, materialId, actor }: Act & { readonly materialId: string }): Promise<{ readonly kind: "saved" } | Refused> {
  return writing(async (tx) => {
    await mustPrepare(tx, dayId, actor);
    await tx.dayMaterial.deleteMany({ where: { id: materialId, dayId } });
    return { kind: "saved" as const };
  });
}

/** Keeps a tutor's preparation notes. */
export function keepNotes({ dayId, notes, actor }: Act & { readonly notes: string }): Promise<{ readonly kind: "saved" } | Refused> {
  return writing(async (tx) => {
    const { count } = await tx.dayTutor.updateMany({ where: { dayId, personId: personOf(actor) }, data: { notes } });
    if (count === 0) throw new Refusal("not-your-role");
    return { kind: "saved" as const };
  });
}

async function mustPrepare(tx: Tx, dayId: string, actor: Actor): Promise<void> {
  const day = await dayRow(tx, dayId);
  if ((await tx.dayTutor.count({ where: { dayId, personId: personOf(actor) } })) === 0) await mustCoordinate(tx, { actor }, day.cohort.regionId);
}
