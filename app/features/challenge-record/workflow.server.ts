import { challengeRecord, type ChallengeRecordFacts } from "~machines/challenge-record";
import { duesOf } from "~machines/machine";

import { uncheckedOf } from "~/features/child-data";
import { now } from "~/platform/clock.server";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf } from "~/workflow/working-days";
import { durationsOf } from "./durations";
import { activityWords, happened, labelOf, stateTasks, taskOf, type ActivityKind } from "./words";

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

async function letter(tx: Tx, id: string, occasion: Occasion): Promise<LetterFacts> {
  const record = await tx.challengeRecord.findUniqueOrThrow({
    where: { id },
    select: {
      kind: true, heldOn: true, dueOn: true, reviewDueOn: true,
      authority: { select: { name: true } },
      cycle: { select: { name: true } },
      workflow: { select: { title: true, state: true, region: { select: { name: true } }, deadlines: { where: { closedAt: null }, select: { name: true, dueAt: true }, orderBy: { dueAt: "asc" } } } },
      findings: { where: { filedAt: { not: null }, removedAt: null }, select: { kind: true } },
    },
  });
  const { authority, cycle, workflow } = record;
  const reminded = occasion.payload["deadline"];
  const deadline = workflow.deadlines.find((one) => one.name === reminded) ?? workflow.deadlines.find((one) => one.name === stateTasks[workflow.state]);
  const said = (key: string) => {
    const value = occasion.payload[key];
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
  };
  const of = (kind: string) => record.findings.filter((finding) => finding.kind === kind).length;
  const heldOn = dayText(record.heldOn);
  return {
    title: workflow.title,
    subject: `${authority.name} ${activityWords[record.kind as ActivityKind]} of ${spoken(heldOn)}`,
    round: cycle?.name ?? heldOn.slice(0, 4),
    region: workflow.region.name,
    authority: authority.name,
    due: dueFor(occasion.event, workflow.state, { dueOn: dayText(record.dueOn), reviewDueOn: record.reviewDueOn && dayText(record.reviewDueOn) }),
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
      stepName: deadline?.name ?? stateTasks[workflow.state] ?? null,
      stepDueOn: deadline ? dayOf(deadline.dueAt) : null,
      reviewDueOn: record.reviewDueOn && dayText(record.reviewDueOn),
    },
    calendar: [],
  };
}

const dayText = (date: Date): string => date.toISOString().slice(0, 10);

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
  task: taskOf,
  label: labelOf,
  happened,
};
