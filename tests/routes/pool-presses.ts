import type pg from "pg";

import { dateParts, type Press, type Presser } from "./presses";

// What is pressed on a challenger's own page and about days of training, all in the South East.

const found = (sql: string) => async (from: pg.Pool): Promise<readonly Presser[]> => (await from.query<Presser>(sql)).rows;

const coordinators = `SELECT h.person_id AS keeper FROM holding h JOIN post o ON o.id = h.post_id AND o.kind = 'sli-coordinator' AND o.region_id = 'south-east' WHERE h."to" IS NULL`;

/** The coordinator, at pages of challengers in such a state. */
const kept = (states: string, where = "TRUE") => found(
  `SELECT k.keeper AS "personId", '/challengers/' || c.id AS address FROM challenger c JOIN workflow w ON w.id = c.id AND w.state IN (${states}), (${coordinators}) k WHERE c.region_id = 'south-east' AND ${where} ORDER BY c.id LIMIT 20`);

/** Challengers, at their own pages. */
const themselves = found(`SELECT c.person_id AS "personId", '/challengers/' || c.id AS address FROM challenger c JOIN workflow w ON w.id = c.id AND w.state = 'available' WHERE c.region_id = 'south-east' ORDER BY c.id LIMIT 20`);

/** The coordinator, at a day of training that the tests planned, by its place. */
const dayAt = (place: string) => found(`SELECT k.keeper AS "personId", '/challengers/training/' || t.id AS address FROM training_event t, (${coordinators}) k WHERE t.place = '${place}' AND t.cancelled_at IS NULL`);
const planned = found(`SELECT k.keeper AS "personId", '/challengers/training?region=south-east' AS address FROM (${coordinators}) k`);
const eventAt = (place: string) => async (pool: pg.Pool): Promise<Readonly<Record<string, string>>> => ({ eventId: (await pool.query<{ id: string }>("SELECT id FROM training_event WHERE place = $1", [place])).rows[0]?.id ?? "" });

const mayTrain = "'available', 'awaitingTraining', 'trainingExpired'";

export const poolPresses: readonly Press[] = [
  { name: "Note days on which one cannot come", button: /^Note these days$/, pressers: themselves, fill: { ...dateParts("from", 40), ...dateParts("to", 45) }, makes: { challenger_away: 1 } },
  { name: "Remove such days", button: /^Remove/, pressers: themselves, makes: { challenger_away: -1 } },
  { name: "Change one's themes", button: /^Save the themes$/, pressers: themselves, chooses: "themes", texts: /^about$/, makes: { challenger: 0 } },
  { name: "Declare a conflict with an authority", button: /^Declare the conflict$/, pressers: themselves, fill: { why: "I worked there until May." }, makes: { challenger_conflict: 1 } },
  { name: "End a conflict with an authority", button: /^End the conflict/, pressers: themselves, makes: { challenger_conflict: 0 } },
  { name: "Change level and load", button: /^Save level and load$/, pressers: kept("'available'"), fill: { maxLoad: "4" }, makes: { challenger: 0 } },
  { name: "Record training had elsewhere", button: /^Record the training$/, pressers: kept(mayTrain), fill: dateParts("trainedOn", -3), makes: { training_record: 1, workflow_event: 1 } },
  { name: "Plan a training day for today", button: /^Plan the training day$/, pressers: planned, fill: { ...dateParts("day", 0), place: "Pressed today" }, makes: { training_event: 1 } },
  { name: "Plan a training day to come", button: /^Plan the training day$/, pressers: planned, fill: { ...dateParts("day", 30), place: "Pressed to come" }, makes: { training_event: 1 } },
  { name: "Book a place in training", button: /^Book a place$/, pressers: kept(mayTrain), fillFor: eventAt("Pressed today"), makes: { training_booking: 1, workflow_event: 1 } },
  { name: "Book a place in training to come", button: /^Book a place$/, pressers: kept(mayTrain), fillFor: eventAt("Pressed to come"), makes: { training_booking: 1, workflow_event: 1 } },
  { name: "Give a place in training back", button: /^Give the place back$/, pressers: kept("'trainingBooked', 'available', 'trainingExpired'", "EXISTS (SELECT 1 FROM training_booking b JOIN training_event t ON t.id = b.event_id AND t.place = 'Pressed to come' WHERE b.challenger_id = c.id AND b.outcome = 'booked')"), makes: { training_booking: 0, workflow_event: 1 } },
  { name: "Book the place in training again", button: /^Book a place$/, pressers: kept(mayTrain), fillFor: eventAt("Pressed to come"), makes: { workflow_event: 1 } },
  { name: "Record who was at training", button: /^Record who was there$/, pressers: dayAt("Pressed today"), makes: { training_record: 1, workflow_event: 1 } },
  { name: "Move a training day", button: /^Move it and tell everybody booked$/, pressers: dayAt("Pressed to come"), fill: { ...dateParts("day", 33) }, makes: { training_event: 0, workflow_event: 1 } },
  { name: "Call a training day off", button: /^Call it off and tell everybody booked$/, pressers: dayAt("Pressed to come"), makes: { training_event: 0, workflow_event: 1 } },
];
