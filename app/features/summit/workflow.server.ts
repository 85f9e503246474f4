import type { MeetingFacts } from "~machines/directors-meeting";
import type { RecommendationFacts } from "~machines/recommendation";

import { datesForLetter } from "~/features/calendar";
import { now } from "~/platform/clock.server";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { meetingTitle } from "./meeting.server";
import { happened, labelOf, meetingHappened, meetingLabelOf, meetingTaskOf, taskOf } from "./words";

/** Working days before a meeting by which its papers go out. */
const PAPERS_BEFORE = 5;

const dayText = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? "";

interface Row {
  readonly title: string;
  readonly region: string;
  readonly state: string;
  readonly meeting: string | null;
  readonly meetingOn: Date | null;
  readonly deferredTo: Date | null;
  readonly doneBy: Date | null;
  readonly owner: string | null;
}

async function read(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT r.title, g.name AS region, w.state, mw.state AS meeting, m.held_on AS "meetingOn", r.deferred_to AS "deferredTo", r.done_by AS "doneBy",
           CASE WHEN p.id IS NOT NULL THEN p.title || coalesce(', ' || a.name, '') END AS owner
      FROM recommendation r
      JOIN workflow w ON w.id = r.id
      JOIN region g ON g.id = r.region_id
      LEFT JOIN directors_meeting m ON m.id = r.meeting_id
      LEFT JOIN workflow mw ON mw.id = m.id
      LEFT JOIN post p ON p.id = r.owner_post_id
      LEFT JOIN authority a ON a.id = p.authority_id
     WHERE r.id = ${id}::uuid`;
  if (!row) throw new Error("a recommendation's workflow has no record beside it");
  return row;
}

async function facts(tx: Tx, id: string, { payload }: Occasion): Promise<RecommendationFacts> {
  const row = await read(tx, id);
  const today = dayOf(now());
  return {
    hasReason: payload["hasReason"] === true,
    hasMeeting: row.meeting !== null && ["planned", "agendaSent"].includes(row.meeting),
    meetingHasCome: row.meetingOn !== null && dayText(row.meetingOn) <= today,
    hasAmendment: payload["hasAmendment"] === true,
    hasNextDate: dayText(row.deferredTo) > today,
    hasOwner: row.owner !== null && dayText(row.doneBy) > today,
    hasEvidence: payload["hasEvidence"] === true,
    meetingOn: dayText(row.meetingOn),
    deferredTo: dayText(row.deferredTo),
    doneBy: dayText(row.doneBy),
  };
}

/** What the coordinator does next with it, by where it stands. */
const nextStep: Readonly<Record<string, string>> = { proposed: "A place on an agenda", deferred: "A place on the next agenda", accepted: "An owner and a place in the plan", amended: "An owner and a place in the plan" };

async function letter(tx: Tx, id: string): Promise<LetterFacts> {
  const row = await read(tx, id);
  return {
    title: `the recommendation “${row.title}”`, subject: `recommendation “${row.title}”`, round: "", region: row.region, authority: null, due: null,
    about: { meetingOn: dayText(row.meetingOn) || null, deferredTo: dayText(row.deferredTo) || null, doneBy: dayText(row.doneBy) || null, owner: row.owner, step: nextStep[row.state] ?? null },
    calendar: [],
  };
}

/** What the engine asks of a recommendation. Registered at start by app/features/processes.server.ts. */
export const recommendationProcess: Process = { machine: "recommendation", facts, letter, path: (id) => `/recommendations/${id}`, task: taskOf, label: labelOf, happened };

interface MeetingRow {
  readonly heldOn: Date;
  readonly region: string;
  readonly items: number;
  readonly undecided: number;
}

async function readMeeting(tx: Tx, id: string): Promise<MeetingRow> {
  const [row] = await tx.$queryRaw<MeetingRow[]>`
    SELECT m.held_on AS "heldOn", g.name AS region,
           (SELECT count(*)::int FROM recommendation r WHERE r.meeting_id = m.id) + (SELECT count(*)::int FROM plan p WHERE p.meeting_id = m.id) AS items,
           (SELECT count(*)::int FROM recommendation r JOIN workflow w ON w.id = r.id WHERE r.meeting_id = m.id AND w.state = 'onAgenda')
             + (SELECT count(*)::int FROM plan p JOIN workflow w ON w.id = p.id WHERE p.meeting_id = m.id AND w.state = 'onAgenda') AS undecided
      FROM directors_meeting m JOIN region g ON g.id = m.region_id WHERE m.id = ${id}::uuid`;
  if (!row) throw new Error("a meeting's workflow has no record beside it");
  return row;
}

async function meetingFacts(tx: Tx, id: string, { payload }: Occasion): Promise<MeetingFacts> {
  const { heldOn, items, undecided } = await readMeeting(tx, id);
  const day = dayText(heldOn);
  return { hasReason: payload["hasReason"] === true, hasItems: items > 0, dateAhead: day >= dayOf(now()), everythingDecided: undecided === 0, papersBy: addWorkingDays(day, -PAPERS_BEFORE), heldOn: day };
}

/** Events whose letters carry the day for people's calendars. */
const CARRIES_DATE: readonly string[] = ["agenda.send", "meeting.move", "meeting.cancel"];

async function meetingLetter(tx: Tx, id: string, occasion: Occasion): Promise<LetterFacts> {
  const { heldOn, region, items, undecided } = await readMeeting(tx, id);
  const day = dayText(heldOn);
  return {
    title: meetingTitle(heldOn), subject: `Directors’ meeting, ${region}`, round: "", region, authority: null, due: null,
    about: { heldOn: day, papersBy: addWorkingDays(day, -PAPERS_BEFORE), items, undecided },
    calendar: CARRIES_DATE.includes(occasion.event) ? await datesForLetter(tx, id) : [],
  };
}

/** What the engine asks of a directors' meeting. */
export const meetingProcess: Process = {
  machine: "directors-meeting", facts: meetingFacts, letter: meetingLetter, path: (id) => `/directors-meetings/${id}`, task: meetingTaskOf, label: meetingLabelOf, happened: meetingHappened,
};
