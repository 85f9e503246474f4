import type { VisitFacts } from "~machines/visit";

import { datesForLetter } from "~/features/calendar";
import { now } from "~/platform/clock.server";
import { dayText } from "~/platform/day-column";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { keepReason } from "./acting.server";
import { visitRulesOf, type VisitRules } from "./rules.server";
import { awaitedStep, happened, labelOf, taskOf, taskPage } from "./words";

interface Row {
  readonly theme: string;
  readonly linked: boolean;
  readonly themeReason: string;
  readonly wants: string;
  readonly wished: number;
  readonly candidates: number;
  readonly themes: number;
  readonly teamSize: number;
  readonly kloes: number;
  readonly requestedAt: Date | null;
  readonly scopedAt: Date | null;
  readonly endorsedAt: Date | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly objectBy: string | null;
  readonly welcomed: boolean;
  readonly objected: boolean;
  readonly confirmedAt: Date | null;
  readonly postponedAt: Date | null;
  readonly venue: string;
  readonly contact: string;
  readonly files: number;
  readonly statement: string | null;
  readonly conflicts: number;
  readonly slots: number;
  readonly rules: unknown;
  readonly asked: number;
  readonly accepted: number;
  readonly leads: number;
}

async function read(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    WITH member AS (
      SELECT w.state, a.role FROM assignment a JOIN workflow w ON w.id = a.id
       WHERE a.activity_id = ${id}::uuid AND w.state IN ('invited', 'awaitingDecision', 'accepted')
    )
    SELECT v.theme, v.self_assessment_id IS NOT NULL AS linked, v.theme_reason AS "themeReason", v.wants,
           cardinality(v.wished_days) AS wished, cardinality(v.candidate_days) AS candidates, cardinality(v.themes) AS themes,
           v.team_size AS "teamSize", v.requested_at AS "requestedAt", v.scoped_at AS "scopedAt", v.endorsed_at AS "endorsedAt",
           v.first_day::text AS "firstDay", v.last_day::text AS "lastDay", v.object_by::text AS "objectBy",
           v.welcomed_at IS NOT NULL AS welcomed, o.visit_id IS NOT NULL AS objected,
           v.confirmed_at AS "confirmedAt", v.postponed_at AS "postponedAt", v.venue, v.contact, c.rules,
           (SELECT count(*)::int FROM kloe k WHERE k.activity_id = v.id) AS kloes,
           (SELECT count(*)::int FROM visit_file f WHERE f.visit_id = v.id AND f.removed_at IS NULL) AS files,
           (SELECT k.value FROM kept_text k WHERE k.workflow_id = v.id AND k.key = 'statement') AS statement,
           (SELECT count(*)::int FROM kept_text_history h JOIN kept_text k ON k.id = h.text_id
             WHERE k.workflow_id = v.id AND k.key = 'statement' AND h.outcome = 'conflict') AS conflicts,
           coalesce((SELECT sum(jsonb_array_length(d -> 'slots'))::int FROM visit_timetable t, jsonb_array_elements(t.content -> 'days') d WHERE t.visit_id = v.id), 0) AS slots,
           (SELECT count(*)::int FROM member) AS asked,
           (SELECT count(*)::int FROM member WHERE state = 'accepted') AS accepted,
           (SELECT count(*)::int FROM member WHERE role = 'lead') AS leads
      FROM visit v
      JOIN cycle c ON c.id = v.cycle_id
      LEFT JOIN visit_objection o ON o.visit_id = v.id
     WHERE v.id = ${id}::uuid`;
  if (!row) throw new Error("a visit's workflow has no record beside it");
  return row;
}

async function facts(tx: Tx, id: string, occasion: Occasion): Promise<VisitFacts> {
  const row = await read(tx, id);
  const rules = visitRulesOf(row.rules);
  const today = dayOf(now());
  const mayObject = !row.objected && !row.welcomed;
  return {
    hasReason: occasion.payload["hasReason"] === true,
    wasRequested: row.requestedAt !== null,
    neverRequested: row.requestedAt === null,
    requestComplete: row.theme !== "" && (row.linked || row.themeReason !== "") && row.wants !== "" && row.wished > 0,
    scopeComplete: row.kloes > 0 && row.themes > 0 && row.candidates > 0,
    teamFits: row.asked === row.teamSize && row.leads === 1 && row.firstDay !== null,
    teamComplete: row.accepted === row.teamSize && row.leads === 1,
    placeOpen: row.asked < row.teamSize || row.accepted < row.teamSize,
    mayObject,
    hostHadItsSay: !mayObject || (row.objectBy !== null && row.objectBy < today),
    hasTeam: row.asked > 0,
    hasNoTeam: row.asked === 0,
    venueKnown: row.venue !== "" && row.contact !== "",
    statementReady: row.conflicts === 0 && (row.files > 0 || (row.statement ?? "").trim() !== ""),
    timetableReady: row.slots > 0,
    lastDayReached: row.lastDay !== null && row.lastDay <= today,
    ...datesOf(row, rules, today),
  };
}

type Dates = Pick<VisitFacts, "scopeBy" | "endorseBy" | "proposeBy" | "objectBy" | "arrangeBy" | "statementDueOn" | "eveOn" | "lastDay" | "newDatesBy">;
type Dated = Pick<Row, "requestedAt" | "scopedAt" | "endorsedAt" | "postponedAt" | "confirmedAt" | "firstDay" | "lastDay" | "objectBy">;

/** By when each step is awaited: counted from the step before, or back from the first day. Empty while that is not known. */
function datesOf(row: Dated, rules: VisitRules, today: string): Dates {
  const after = (moment: Date | null, count: number) => addWorkingDays(moment ? dayOf(moment) : today, count);
  const before = (count: number) => (row.firstDay ? addWorkingDays(row.firstDay, -count) : "");
  // A date that had passed before anybody could have known it would only shout: it is then tomorrow's.
  const notBefore = (day: string, from: Date | null) => (day !== "" && from && day <= dayOf(from) ? addWorkingDays(dayOf(from), 1) : day);
  return {
    scopeBy: after(row.requestedAt, rules.visitScopeWorkingDays),
    endorseBy: after(row.scopedAt, rules.visitEndorseWorkingDays),
    proposeBy: after(row.endorsedAt, rules.visitProposeWorkingDays),
    objectBy: row.objectBy ?? "",
    arrangeBy: notBefore(before(rules.visitArrangeWorkingDaysBefore), row.confirmedAt),
    statementDueOn: notBefore(before(rules.positionStatementWorkingDaysBefore), row.confirmedAt),
    eveOn: row.firstDay ? dayBefore(row.firstDay) : "",
    lastDay: row.lastDay ?? "",
    newDatesBy: after(row.postponedAt, rules.visitNewDatesWorkingDays),
  };
}

function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return dayText(date);
}

/** Events whose letters carry the days for people's own calendars. */
const CALENDAR_EVENTS: ReadonlySet<string> = new Set(["team.confirm", "arrangements.send", "arrangements.change", "dates.move", "dates.set", "visit.postpone", "visit.withdraw"]);

/** The date that a letter speaks of: that of the step which the event makes somebody's. */
const speaksOf: Readonly<Record<string, keyof Dates>> = {
  "request.send": "scopeBy",
  "scope.agree": "endorseBy",
  "endorsement.give": "proposeBy",
  "planning.resume": "proposeBy",
};

/** The date of what is awaited in a state, for a reminder that the coordinator sends. */
const awaitedBy: Readonly<Record<string, keyof Dates>> = {
  awaitingScope: "scopeBy",
  awaitingEndorsement: "endorseBy",
  awaitingTeam: "proposeBy",
  awaitingAcceptances: "objectBy",
  awaitingArrangements: "arrangeBy",
  awaitingPositionStatement: "statementDueOn",
  onSite: "lastDay",
  postponed: "newDatesBy",
};

async function letter(tx: Tx, id: string, occasion: Occasion): Promise<LetterFacts> {
  const visit = await tx.visit.findUniqueOrThrow({
    where: { id },
    select: {
      theme: true, days: true, teamSize: true, firstDay: true, lastDay: true, objectBy: true, requestedAt: true, scopedAt: true, endorsedAt: true, postponedAt: true, confirmedAt: true, statementAt: true,
      authority: { select: { name: true } },
      cycle: { select: { name: true, rules: true, region: { select: { name: true } } } },
      workflow: { select: { state: true, title: true } },
      timetables: { select: { version: true }, orderBy: { version: "desc" }, take: 1 },
    },
  });
  const day = (date: Date | null) => (date ? dayText(date) : null);
  const dates = datesOf({ ...visit, firstDay: day(visit.firstDay), lastDay: day(visit.lastDay), objectBy: day(visit.objectBy) }, visitRulesOf(visit.cycle.rules), dayOf(now()));
  const said = (key: string) => {
    const value = occasion.payload[key];
    return typeof value === "string" ? value : null;
  };
  const reminding = occasion.event === "reminder";
  const about = reminding ? null : (speaksOf[occasion.event] ?? awaitedBy[visit.workflow.state]);
  const reminded = said("dueAt");
  return {
    title: visit.workflow.title,
    subject: `${visit.authority.name} peer challenge visit, ${visit.theme}`,
    round: visit.cycle.name,
    region: visit.cycle.region.name,
    authority: visit.authority.name,
    due: null,
    about: {
      theme: visit.theme,
      days: visit.days,
      teamSize: visit.teamSize,
      firstDay: day(visit.firstDay),
      lastDay: day(visit.lastDay),
      objectBy: day(visit.objectBy),
      stepName: reminding ? said("deadline") : (awaitedStep[visit.workflow.state] ?? null),
      stepDueOn: reminding && reminded ? dayOf(new Date(reminded)) : (about && dates[about]) || null,
      version: visit.timetables[0]?.version ?? null,
      again: occasion.payload["again"] === true,
    },
    calendar: CALENDAR_EVENTS.has(occasion.event) ? await datesForLetter(tx, id, ["visit"]) : [],
  };
}

/** What the engine asks of a visit. Registered at start by app/features/processes.server.ts. */
export const visitProcess: Process = { machine: "visit", facts, letter, path: (id) => `/visits/${id}`, taskPage, task: taskOf, label: labelOf, happened, bySystem: { "team.reopen": (id) => ({ write: (tx) => keepReason(tx, id, "") }) } };
