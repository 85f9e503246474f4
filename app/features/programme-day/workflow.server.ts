import type { ProgrammeDayFacts } from "~machines/programme-day";

import { dateKind, hoursWords, placeWords } from "~/features/booking";
import { datesForLetter } from "~/features/calendar";
import { now } from "~/platform/clock.server";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { EVALUATE_WITHIN, fireDay, withTheCohort } from "./acting.server";
import { happened, labelOf, taskOf } from "./words";

/** Working days after the last date by which it is known who came. */
const RECORD_WITHIN = 2;

interface Row {
  readonly incomplete: number;
  readonly first: Date | null;
  readonly last: Date | null;
  readonly dateEnds: Date | null;
  readonly unrecorded: number;
  readonly evaluateBy: string | null;
}

async function facts(tx: Tx, id: string, occasion: Occasion): Promise<ProgrammeDayFacts> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT min(s.starts_at) AS first, max(s.ends_at) AS last,
           (SELECT min(one.ends_at) FROM bookable_session one WHERE one.owner_id = ${id}::uuid AND one.ends_at > ${now()} AND one.ends_at < (SELECT max(o.ends_at) FROM bookable_session o WHERE o.owner_id = ${id}::uuid)) AS "dateEnds", count(*) FILTER (WHERE s.capacity < 1 OR (s.mode <> 'online' AND s.place = ''))::int AS incomplete,
           (SELECT count(*)::int FROM booking b JOIN workflow w ON w.id = b.id WHERE b.owner_id = ${id}::uuid AND w.state = 'booked') AS unrecorded,
           (SELECT evaluate_by::text FROM programme_day WHERE id = ${id}::uuid) AS "evaluateBy"
      FROM bookable_session s WHERE s.owner_id = ${id}::uuid`;
  const heldOn = row?.last ? dayOf(row.last) : "";
  const dateAhead = row?.first ? row.first > now() : false;
  return {
    hasReason: occasion.payload["hasReason"] === true,
    complete: dateAhead && row?.incomplete === 0,
    dateAhead,
    dayHasCome: heldOn !== "" && heldOn <= dayOf(now()),
    attendanceRecorded: row?.unrecorded === 0,
    heldOn: row?.last?.toISOString() ?? "",
    dateEndsAt: row?.dateEnds?.toISOString() ?? "",
    recordBy: heldOn && (row?.unrecorded ?? 0) > 0 ? addWorkingDays(heldOn, RECORD_WITHIN) : "",
    evaluateBy: row?.evaluateBy ?? (heldOn && addWorkingDays(heldOn, EVALUATE_WITHIN)),
  };
}

/** Events that put the dates into the tutors' calendars, or take them out. */
const inCalendars: readonly string[] = ["booking.open", "day.move", "day.cancel"];

async function letter(tx: Tx, id: string, occasion: Occasion): Promise<LetterFacts> {
  const { title, region, bookableSessions } = await tx.workflow.findUniqueOrThrow({ where: { id }, select: { title: true, region: { select: { name: true } }, bookableSessions: { orderBy: { startsAt: "asc" } } } });
  const [first] = bookableSessions;
  const last = bookableSessions.at(-1);
  const [counts] = await tx.$queryRaw<{ booked: number; asked: number; answers: number }[]>`
    SELECT (SELECT count(*)::int FROM booking WHERE owner_id = ${id}::uuid AND holds) AS booked,
           (SELECT count(*)::int FROM evaluation e JOIN workflow w ON w.id = e.id WHERE e.owner_id = ${id}::uuid AND w.state <> 'void') AS asked,
           (SELECT count(*)::int FROM evaluation e JOIN workflow w ON w.id = e.id WHERE e.owner_id = ${id}::uuid AND w.state = 'given') AS answers`;
  const one = bookableSessions.length === 1 ? first : undefined;
  const dates = inCalendars.includes(occasion.event) ? await datesForLetter(tx, id, bookableSessions.map((session) => dateKind(session.id))) : [];
  return {
    title, subject: title, round: "", region: region.name, authority: null, due: null,
    about: {
      startsOn: first ? dayOf(first.startsAt) : null, hours: one ? hoursWords(one) : null, place: one ? placeWords(one) : null,
      recordBy: last ? addWorkingDays(dayOf(last.endsAt), RECORD_WITHIN) : null, booked: counts?.booked ?? 0, asked: counts?.asked ?? 0, answers: counts?.answers ?? 0,
    },
    calendar: [],
    calendarOf: { tutor: dates.map((date) => ({ ...date, path: `/days/${id}` })) },
  };
}

/** What the engine asks of a programme day. Registered at start by app/features/processes.server.ts. */
export const programmeDayProcess: Process = {
  machine: "programme-day", facts, letter, path: (id) => `/days/${id}`, task: taskOf, label: labelOf, happened, pass: (tx, request) => fireDay(tx, request),
  bySystem: { "booking.open": withTheCohort("booking.open"), "day.cancel": withTheCohort("day.cancel") },
};
