import type { EventFacts } from "~machines/event";

import { hoursWords, placeWords } from "~/features/booking";
import { now } from "~/platform/clock.server";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { fireEvent, standAs } from "./acting.server";
import { happened, labelOf, taskOf } from "./words";

/** Working days after the last date by which it is known who came. */
const RECORD_WITHIN = 2;

interface Row {
  readonly dates: number;
  readonly incomplete: number;
  readonly first: Date | null;
  readonly last: Date | null;
  readonly bookBy: string | null;
  readonly unrecorded: number;
  readonly commitments: number;
}

async function facts(tx: Tx, id: string, occasion: Occasion): Promise<EventFacts> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT count(*)::int AS dates, min(s.starts_at) AS first, max(s.ends_at) AS last, min(s.book_by)::text AS "bookBy",
           count(*) FILTER (WHERE s.capacity < 1 OR (s.mode <> 'online' AND s.place = '') OR (s.audience = 'named' AND NOT EXISTS (SELECT 1 FROM session_guest g WHERE g.owner_id = s.owner_id)))::int AS incomplete,
           (SELECT count(*)::int FROM booking b JOIN workflow w ON w.id = b.id WHERE b.owner_id = ${id}::uuid AND w.state = 'booked') AS unrecorded,
           (SELECT count(*)::int FROM commitment c JOIN workflow w ON w.id = c.id WHERE c.event_id = ${id}::uuid AND w.state <> 'withdrawn') AS commitments
      FROM bookable_session s WHERE s.owner_id = ${id}::uuid`;
  if (!row?.first || !row.last || !row.bookBy) throw new Error("an event has no date");
  const today = dayOf(now());
  const heldOn = dayOf(row.last);
  return {
    hasReason: occasion.payload["hasReason"] === true,
    complete: row.incomplete === 0,
    dateAhead: row.first > now(),
    deadlineAhead: row.bookBy >= today && row.bookBy <= dayOf(row.first),
    dayHasCome: heldOn <= today,
    attendanceRecorded: row.unrecorded === 0,
    hasCommitments: row.commitments > 0,
    bookBy: row.bookBy,
    heldOn,
    recordBy: addWorkingDays(heldOn, RECORD_WITHIN),
  };
}

async function letter(tx: Tx, id: string): Promise<LetterFacts> {
  const { title, region, event, bookableSessions } = await tx.workflow.findUniqueOrThrow({
    where: { id },
    select: { title: true, region: { select: { name: true } }, event: { select: { id: true } }, bookableSessions: { orderBy: { startsAt: "asc" } } },
  });
  const [first] = bookableSessions;
  if (!event || !first) throw new Error("an event's workflow has no record beside it");
  const counts = await tx.workflow.groupBy({ by: ["state"], where: { parentId: id, machine: "booking" }, _count: true });
  const commitments = await tx.commitment.count({ where: { eventId: id, workflow: { state: { not: "withdrawn" } } } });
  const of = (...states: readonly string[]) => counts.filter(({ state }) => states.includes(state)).reduce((sum, { _count }) => sum + _count, 0);
  return {
    title,
    subject: title,
    round: "",
    region: region.name,
    authority: null,
    due: null,
    about: {
      startsOn: dayOf(first.startsAt),
      // Several dates to choose from have no one hour and place.
      hours: bookableSessions.length === 1 ? hoursWords(first) : null,
      place: bookableSessions.length === 1 ? placeWords(first) : null,
      bookBy: first.bookBy.toISOString().slice(0, 10),
      places: bookableSessions.reduce((sum, { capacity }) => sum + capacity, 0),
      booked: of("booked", "offered", "attended", "partlyAttended", "noShow"),
      waiting: of("waiting"),
      attended: of("attended", "partlyAttended"),
      commitments,
    },
    calendar: [],
  };
}

/** What the engine asks of an event. Registered at start by app/features/processes.server.ts. */
export const eventProcess: Process = { machine: "event", facts, letter, path: (id) => `/events/${id}`, task: taskOf, label: labelOf, happened, pass: fireEvent, bySystem: { "series.open": standAs("series.open"), "series.cancel": standAs("series.cancel") } };
