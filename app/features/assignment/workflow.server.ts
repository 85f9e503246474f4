import type { AssignmentFacts } from "~machines/assignment";

import { readRegionSettings } from "~/features/region";
import { now } from "~/platform/clock.server";
import { dayText } from "~/platform/day-column";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { happened, labelOf, taskOf } from "./words";

interface Row {
  readonly sentAt: Date | null;
  readonly respondBy: string;
  readonly codeSigned: boolean;
  readonly conflict: string | null;
  readonly since: Date;
  readonly state: string;
  readonly settings: unknown;
  readonly barred: number;
  readonly trainingHolds: boolean;
  readonly inOwnSession: boolean;
  readonly taken: number;
}

async function facts(tx: Tx, id: string, occasion: Occasion): Promise<AssignmentFacts> {
  const moment = now();
  const today = dayOf(moment);
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT a.sent_at AS "sentAt", a.respond_by::text AS "respondBy", a.code_signed_at IS NOT NULL AS "codeSigned", a.conflict, w.since, w.state, r.settings,
           (SELECT count(*)::int FROM assignment_host h WHERE h.assignment_id = a.id AND (
              EXISTS (SELECT 1 FROM holding g JOIN post p ON p.id = g.post_id WHERE g.person_id = c.person_id AND p.authority_id = h.authority_id
                         AND g."from" <= ${moment} AND (g."to" IS NULL OR g."to" > ${moment}))
              OR EXISTS (SELECT 1 FROM challenger_conflict k WHERE k.challenger_id = c.id AND k.authority_id = h.authority_id AND k.ended_at IS NULL))) AS barred,
           coalesce(c.trained_until >= coalesce(a.to_day, ${today}::date), false) AS "trainingHolds",
           EXISTS (SELECT 1 FROM triad_member m JOIN triad t ON t.id = m.triad_id JOIN workflow s ON s.id = t.id
                    WHERE m.attendee_id = c.person_id AND m.confirmed_at IS NOT NULL AND m.left_at IS NULL AND t.session_on BETWEEN a.from_day AND a.to_day
                      AND s.state NOT IN ('cancelled', 'postponed')) AS "inOwnSession",
           CASE WHEN a.from_day IS NULL THEN 0 ELSE (a.to_day - a.from_day + 1) - (SELECT count(*)::int FROM assignment_day d WHERE d.assignment_id = a.id) END AS taken
      FROM assignment a
      JOIN workflow w ON w.id = a.id
      JOIN region r ON r.id = w.region_id
      JOIN challenger c ON c.id = a.challenger_id
     WHERE a.id = ${id}::uuid`;
  if (!row) throw new Error("an assignment's workflow has no record beside it");
  const { challenge } = readRegionSettings(row.settings);
  const conflict = (row.conflict ?? "").trim();
  return {
    hasReason: occasion.payload["hasReason"] === true,
    notYetAsked: row.sentAt === null,
    codeSigned: row.codeSigned,
    conflictDeclared: conflict !== "",
    noConflictDeclared: row.codeSigned && conflict === "",
    independent: row.barred === 0,
    trainingHolds: row.trainingHolds,
    dayFree: row.taken === 0 && !row.inOwnSession,
    respondBy: row.respondBy,
    decideBy: addWorkingDays(row.state === "awaitingDecision" ? dayOf(row.since) : today, challenge.acceptWorkingDays),
  };
}

async function letter(tx: Tx, id: string): Promise<LetterFacts> {
  const row = await tx.assignment.findUniqueOrThrow({
    where: { id },
    select: {
      role: true, activityTitle: true, fromDay: true, toDay: true, respondBy: true,
      challenger: { select: { person: { select: { name: true } } } },
      workflow: { select: { region: { select: { name: true } } } },
    },
  });
  return {
    title: row.activityTitle,
    subject: row.activityTitle,
    round: "",
    region: row.workflow.region.name,
    authority: null,
    due: null,
    about: {
      person: row.challenger.person.name,
      firstDay: row.fromDay && dayText(row.fromDay),
      lastDay: row.toDay && dayText(row.toDay),
      respondBy: dayText(row.respondBy),
      lead: row.role === "lead",
    },
    calendar: [],
  };
}

/** What the engine asks of an assignment. Registered at start by app/features/processes.server.ts. */
export const assignmentProcess: Process = { machine: "assignment", facts, letter, path: (id) => `/assignments/${id}`, task: taskOf, label: labelOf, happened };
