import { challengeRecord, type ChallengeRecordFacts } from "~machines/challenge-record";
import { duesOf } from "~machines/machine";

import { uncheckedOf } from "~/features/child-data";
import { now } from "~/platform/clock.server";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { durationsOf } from "./durations";
import { activityWords, happened, labelOf, stateTasks, taskOf, taskPage, type ActivityKind } from "./words";

/** Events whose guards look at the words of the findings; for all others they stay unread. */
const ABOUT_THE_FINDINGS: readonly string[] = ["", "findings.finish"];

interface Row {
  readonly state: string;
  readonly dueOn: string;
  readonly reviewDueOn: string | null;
  readonly rules: unknown;
  readonly strengths: number;
  readonly areas: number;
  readonly openConflicts: number;
  readonly letterSent: boolean;
  readonly accuracyDatePassed: boolean;
  readonly points: number;
  readonly unansweredPoints: number;
  readonly unansweredAreas: number;
  readonly unreviewedActions: number;
  readonly reviewed: boolean;
  readonly nextActionOn: string | null;
  readonly texts: Readonly<Record<string, string>> | null;
}

async function facts(tx: Tx, id: string, occasion: Occasion): Promise<ChallengeRecordFacts> {
  const whole = ABOUT_THE_FINDINGS.includes(occasion.event);
  const [row] = await tx.$queryRaw<Row[]>`
    WITH filed AS (
      SELECT id, kind FROM finding WHERE record_id = ${id}::uuid AND filed_at IS NOT NULL AND removed_at IS NULL
    ), checked AS (
      SELECT id FROM letter_version WHERE record_id = ${id}::uuid AND kind = 'sentForCheck' ORDER BY version DESC LIMIT 1
    ), point AS (
      SELECT p.outcome FROM accuracy_point p JOIN checked ON checked.id = p.version_id WHERE p.removed_at IS NULL
    )
    SELECT w.state, r.due_on::text AS "dueOn", r.review_due_on::text AS "reviewDueOn", coalesce(c.rules, region.settings) AS rules,
           (SELECT count(*)::int FROM filed WHERE kind = 'strength') AS strengths,
           (SELECT count(*)::int FROM filed WHERE kind = 'area') AS areas,
           (SELECT count(*)::int FROM kept_text_history h JOIN kept_text t ON t.id = h.text_id JOIN filed ON t.key = 'finding:' || filed.id
             WHERE t.workflow_id = r.id AND h.outcome = 'conflict') AS "openConflicts",
           EXISTS (SELECT 1 FROM checked) AS "letterSent",
           EXISTS (SELECT 1 FROM deadline d WHERE d.workflow_id = r.id AND d.state = 'awaitingAccuracyCheck' AND d.closed_at IS NULL AND d.due_at < ${now()}) AS "accuracyDatePassed",
           (SELECT count(*)::int FROM point) AS points,
           (SELECT count(*)::int FROM point WHERE outcome IS NULL) AS "unansweredPoints",
           (SELECT count(*)::int FROM plan_area a WHERE a.record_id = r.id AND coalesce(a.no_action_because, '') = ''
               AND NOT EXISTS (SELECT 1 FROM plan_action x WHERE x.area_id = a.id AND x.removed_at IS NULL)) AS "unansweredAreas",
           (SELECT count(*)::int FROM plan_action x WHERE x.record_id = r.id AND x.removed_at IS NULL AND NOT x.reviewed) AS "unreviewedActions",
           EXISTS (SELECT 1 FROM progress_review v WHERE v.record_id = r.id) AS reviewed,
           (SELECT min(x.due_on)::text FROM plan_action x WHERE x.record_id = r.id AND x.removed_at IS NULL
               AND coalesce(x.status, '') NOT IN ('done', 'stopped')) AS "nextActionOn",
           CASE WHEN ${whole}::boolean THEN (SELECT json_object_agg(t.key, t.value) FROM kept_text t JOIN filed ON t.key = 'finding:' || filed.id
             WHERE t.workflow_id = r.id) END AS texts
      FROM challenge_record r
      JOIN workflow w ON w.id = r.id
      JOIN region ON region.id = w.region_id
      LEFT JOIN cycle c ON c.id = r.cycle_id
     WHERE r.id = ${id}::uuid`;
  if (!row) throw new Error("a challenge record's workflow has no record beside it");
  const unchecked = row.texts ? await uncheckedOf(id, row.texts, tx) : {};
  const reviewDueOn = row.reviewDueOn ?? "";
  // The lead has as long for the review as for the letter; opened before its day, from today.
  const reviewFrom = reviewDueOn < dayOf(now()) ? reviewDueOn : dayOf(now());
  return {
    strengths: row.strengths,
    areas: row.areas,
    noConflictOpen: row.openConflicts === 0,
    nothingUnchecked: Object.keys(unchecked).length === 0,
    letterSent: row.letterSent,
    points: row.points,
    noPointWritten: row.points === 0,
    everyPointAnswered: row.unansweredPoints === 0,
    // By the deadline itself: the step's own write has by now put the record's date on for the next state.
    accuracyDatePassed: row.accuracyDatePassed,
    everyAreaAnswered: row.unansweredAreas === 0,
    everyActionReviewed: row.unreviewedActions === 0,
    hasReview: row.reviewed,
    hasReason: occasion.payload["hasReason"] === true,
    dueOn: row.dueOn,
    nextActionOn: row.nextActionOn ?? "",
    reviewDueOn,
    reviewRecordBy: reviewDueOn ? addWorkingDays(reviewFrom, durationsOf(row.rules).letterWorkingDays) : "",
  };
}

interface LetterRow {
  readonly kind: string;
  readonly heldOn: string;
  readonly dueOn: string;
  readonly reviewDueOn: string | null;
  readonly authority: string;
  readonly round: string | null;
  readonly title: string;
  readonly state: string;
  readonly region: string;
  readonly deadlines: readonly { readonly name: string; readonly dueAt: string }[];
  readonly findings: readonly string[];
}

async function letter(tx: Tx, id: string, occasion: Occasion): Promise<LetterFacts> {
  const [record] = await tx.$queryRaw<LetterRow[]>`
    SELECT r.kind, r.held_on::text AS "heldOn", r.due_on::text AS "dueOn", r.review_due_on::text AS "reviewDueOn", a.name AS authority, c.name AS round, w.title, w.state, region.name AS region,
           (SELECT coalesce(json_agg(json_build_object('name', d.name, 'dueAt', d.due_at) ORDER BY d.due_at), '[]') FROM deadline d WHERE d.workflow_id = w.id AND d.closed_at IS NULL) AS deadlines,
           (SELECT coalesce(json_agg(f.kind), '[]') FROM finding f WHERE f.record_id = r.id AND f.filed_at IS NOT NULL AND f.removed_at IS NULL) AS findings
      FROM challenge_record r
      JOIN workflow w ON w.id = r.id
      JOIN region ON region.id = w.region_id
      JOIN authority a ON a.id = r.authority_id
      LEFT JOIN cycle c ON c.id = r.cycle_id
     WHERE r.id = ${id}::uuid`;
  if (!record) throw new Error("a challenge record's workflow has no record beside it");
  const { heldOn, state } = record;
  const reminded = occasion.payload["deadline"];
  const deadline = record.deadlines.find((one) => one.name === reminded) ?? record.deadlines.find((one) => one.name === stateTasks[state]);
  const said = (key: string) => {
    const value = occasion.payload[key];
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
  };
  const of = (kind: string) => record.findings.filter((one) => one === kind).length;
  return {
    title: record.title,
    subject: `${record.authority} ${activityWords[record.kind as ActivityKind]} of ${spoken(heldOn)}`,
    round: record.round ?? heldOn.slice(0, 4),
    region: record.region,
    authority: record.authority,
    due: dueFor(occasion.event, state, record),
    about: {
      heldOn,
      findings: record.findings.length,
      strengths: of("strength"),
      areas: of("area"),
      others: record.findings.length - of("strength") - of("area"),
      points: said("points"),
      accepted: said("accepted"),
      refused: said("refused"),
      actions: said("actions"),
      version: said("version"),
      stepName: deadline?.name ?? stateTasks[state] ?? null,
      stepDueOn: deadline ? dayOf(new Date(deadline.dueAt)) : null,
      reviewDueOn: record.reviewDueOn,
    },
    calendar: [],
  };
}

/** "9 February 2027". */
function spoken(day: string): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));
}

/** The date a letter speaks of: the record's own where something is awaited by then, the review's once the plan is agreed. */
function dueFor(event: string, state: string, dates: { readonly dueOn: string; readonly reviewDueOn: string | null }): string | null {
  if (event === "plan.agree" || event === "review.extend" || ["monitoring", "progressReviewDue"].includes(state)) return dates.reviewDueOn;
  return duesOf(challengeRecord, state).length > 0 ? dates.dueOn : null;
}

/** What the engine asks of a challenge record. Registered at start by app/features/processes.server.ts. */
export const challengeRecordProcess: Process = {
  machine: "challenge-record",
  facts,
  letter,
  path: (id) => `/challenge-records/${id}`,
  taskPage,
  task: taskOf,
  label: labelOf,
  happened,
};
