import type { ChallengerFacts } from "~machines/challenger";

import { releaseUntrained } from "~/features/assignment";
import { datesForLetter } from "~/features/calendar";
import { readRegionSettings } from "~/features/region";
import { now } from "~/platform/clock.server";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { happened, labelOf, taskOf } from "./words";

interface Row {
  readonly themes: number;
  readonly about: string;
  readonly trainedUntil: string | null;
  readonly appliedAt: Date | null;
  readonly trainingOn: string | null;
  readonly held: number;
  readonly settings: unknown;
}

/** The states of an assignment in which a place is held. */
async function read(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT cardinality(c.themes) AS themes, c.about, c.trained_until::text AS "trainedUntil", c.applied_at AS "appliedAt", r.settings,
           (SELECT min(e.day)::text FROM training_booking b JOIN training_event e ON e.id = b.event_id
             WHERE b.challenger_id = c.id AND b.outcome = 'booked' AND e.cancelled_at IS NULL) AS "trainingOn",
           (SELECT count(*)::int FROM assignment a JOIN workflow w ON w.id = a.id WHERE a.challenger_id = c.id AND w.state = 'accepted') AS held
      FROM challenger c JOIN region r ON r.id = c.region_id
     WHERE c.id = ${id}::uuid`;
  if (!row) throw new Error("a challenger's workflow has no record beside it");
  return row;
}

async function facts(tx: Tx, id: string, occasion: Occasion): Promise<ChallengerFacts> {
  const row = await read(tx, id);
  const moment = now();
  const today = dayOf(moment);
  const trainingInDate = row.trainedUntil !== null && row.trainedUntil >= today;
  // The date fires at the last minute of the last day: from then on the training is no longer in date.
  const lastMinute = occasion.event === "training.expire" && row.trainedUntil === today;
  const { challenge } = readRegionSettings(row.settings);
  return {
    hasReason: occasion.payload["hasReason"] === true,
    applicationComplete: row.themes > 0 && row.about.trim() !== "",
    trainingInDate: trainingInDate && !lastMinute,
    trainingNotInDate: !trainingInDate || lastMinute,
    placeTaken: row.trainingOn !== null,
    onAssignment: row.held > 0,
    notOnAssignment: row.held === 0,
    endorseBy: addWorkingDays(row.appliedAt ? dayOf(row.appliedAt) : today, challenge.endorseChallengerWorkingDays),
    trainingOn: row.trainingOn ?? "",
    trainedUntil: row.trainedUntil ?? "",
  };
}

/** Events whose letters carry the training day for people's own calendars. */
const CALENDAR_EVENTS: ReadonlySet<string> = new Set(["training.book", "training.move", "training.cancel"]);

/** The training day as the letters of this step carry it. Who leaves the pool gives back a day that is still to come: nothing else of theirs is a date any more. */
async function calendarFor(tx: Tx, id: string, event: string): Promise<LetterFacts["calendar"]> {
  if (CALENDAR_EVENTS.has(event)) return datesForLetter(tx, id, ["training"]);
  if (event !== "pool.leave") return [];
  return (await datesForLetter(tx, id, ["training"])).filter(({ method, startsOn }) => method === "CANCEL" && startsOn > now().toISOString());
}

async function letter(tx: Tx, id: string, occasion: Occasion): Promise<LetterFacts> {
  const challenger = await tx.challenger.findUniqueOrThrow({
    where: { id },
    select: { person: { select: { name: true } }, region: { select: { name: true } }, workflow: { select: { title: true } } },
  });
  const known = await facts(tx, id, occasion);
  const said = (key: string) => {
    const value = occasion.payload[key];
    return typeof value === "string" && value !== "" ? value : null;
  };
  return {
    title: challenger.workflow.title,
    subject: `challengers of ${challenger.region.name}`,
    round: "",
    region: challenger.region.name,
    authority: null,
    due: null,
    about: {
      person: challenger.person.name,
      endorseBy: known.endorseBy,
      trainingOn: said("trainingOn") ?? (known.trainingOn || null),
      trainedUntil: occasion.event.startsWith("endorsement") && known.trainingNotInDate ? null : known.trainedUntil || null,
      activity: said("activity"),
      on: said("on"),
    },
    calendar: await calendarFor(tx, id, occasion.event),
  };
}

/** What the engine asks of a challenger. Registered at start by app/features/processes.server.ts. */
export const challengerProcess: Process = { machine: "challenger", facts, letter, path: (id) => `/challengers/${id}`, task: taskOf, label: labelOf, happened, bySystem: { "training.expire": (id) => ({ settle: (tx) => releaseUntrained(tx, id) }) } };
