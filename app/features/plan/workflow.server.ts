import type { PlanFacts } from "~machines/plan";
import type { WorkstreamFacts } from "~machines/workstream";

import { now } from "~/platform/clock.server";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { happened, labelOf, statusLabels, statusOfEvent, taskOf, workstreamHappened, workstreamLabelOf, workstreamTaskOf } from "./words";

/** Working days before the end of a quarter from which its update is asked for. */
const ASK_BEFORE = 10;

const dayText = (date: Date | null): string => date?.toISOString().slice(0, 10) ?? "";

interface Row {
  readonly name: string;
  readonly region: string;
  readonly startsOn: Date;
  readonly endsOn: Date;
  readonly consultBy: Date;
  readonly meeting: string | null;
  readonly meetingOn: Date | null;
  readonly priorities: number;
  readonly empty: number;
  readonly comments: number;
  readonly unanswered: number;
}

async function read(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT p.name, g.name AS region, p.starts_on AS "startsOn", p.ends_on AS "endsOn", p.consult_by AS "consultBy", mw.state AS meeting, m.held_on AS "meetingOn",
           (SELECT count(*)::int FROM plan_priority r WHERE r.plan_id = p.id) AS priorities,
           (SELECT count(*)::int FROM plan_priority r WHERE r.plan_id = p.id AND NOT EXISTS (SELECT 1 FROM workstream s WHERE s.priority_id = r.id))
             + (SELECT count(*)::int FROM workstream s WHERE s.plan_id = p.id AND NOT EXISTS (SELECT 1 FROM workplan_action a WHERE a.workstream_id = s.id)) AS empty,
           (SELECT count(*)::int FROM plan_comment c WHERE c.plan_id = p.id) AS comments,
           (SELECT count(*)::int FROM plan_comment c WHERE c.plan_id = p.id AND c.answered_at IS NULL) AS unanswered
      FROM plan p JOIN region g ON g.id = p.region_id
      LEFT JOIN directors_meeting m ON m.id = p.meeting_id LEFT JOIN workflow mw ON mw.id = m.id
     WHERE p.id = ${id}::uuid`;
  if (!row) throw new Error("a plan's workflow has no record beside it");
  return row;
}

async function facts(tx: Tx, id: string, { payload }: Occasion): Promise<PlanFacts> {
  const row = await read(tx, id);
  const today = dayOf(now());
  return {
    hasReason: payload["hasReason"] === true,
    hasText: payload["hasText"] === true,
    complete: row.priorities > 0 && row.empty === 0,
    consultAhead: dayText(row.consultBy) > today,
    everythingAnswered: row.unanswered === 0,
    hasMeeting: row.meeting !== null && ["planned", "agendaSent"].includes(row.meeting),
    meetingHasCome: row.meetingOn !== null && dayText(row.meetingOn) <= today,
    consultBy: dayText(row.consultBy),
    meetingOn: dayText(row.meetingOn),
    startsOn: dayText(row.startsOn),
    endsOn: dayText(row.endsOn),
  };
}

async function letter(tx: Tx, id: string): Promise<LetterFacts> {
  const row = await read(tx, id);
  return {
    title: `the plan “${row.name}”`, subject: `plan “${row.name}”, ${row.region}`, round: "", region: row.region, authority: null, due: null,
    about: { consultBy: dayText(row.consultBy), meetingOn: dayText(row.meetingOn) || null, startsOn: dayText(row.startsOn), endsOn: dayText(row.endsOn), comments: row.comments, unanswered: row.unanswered }, calendar: [],
  };
}

/** What the engine asks of a plan. Registered at start by app/features/processes.server.ts. */
export const planProcess: Process = { machine: "plan", facts, letter, path: (id) => `/plans/${id}`, task: taskOf, label: labelOf, happened };

async function updateDay(tx: Tx, id: string) {
  const { title, updateOn, plan } = await tx.workstream.findUniqueOrThrow({ where: { id }, select: { title: true, updateOn: true, plan: { select: { region: { select: { name: true } } } } } });
  return { title, updateOn: dayText(updateOn), region: plan.region.name };
}

async function workstreamFacts(tx: Tx, id: string, { payload }: Occasion): Promise<WorkstreamFacts> {
  const { updateOn } = await updateDay(tx, id);
  return { hasNarrative: payload["hasNarrative"] === true, hasRecovery: payload["hasRecovery"] === true, updateOn, askOn: updateOn && addWorkingDays(updateOn, -ASK_BEFORE) };
}

async function workstreamLetter(tx: Tx, id: string, { event }: Occasion): Promise<LetterFacts> {
  const { title, updateOn, region } = await updateDay(tx, id);
  const status = statusOfEvent(event);
  return { title: `the workstream “${title}”`, subject: `workstream “${title}”, ${region}`, round: "", region, authority: null, due: null, about: { updateOn: updateOn || null, status: status ? statusLabels[status] : null }, calendar: [] };
}

/** What the engine asks of a workstream of a plan that has begun. */
export const workstreamProcess: Process = {
  machine: "workstream", facts: workstreamFacts, letter: workstreamLetter, path: (id) => `/workstreams/${id}`, task: workstreamTaskOf, label: workstreamLabelOf, happened: workstreamHappened,
};
