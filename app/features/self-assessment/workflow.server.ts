import { duesOf } from "~machines/machine";
import { selfAssessment, type SelfAssessmentFacts } from "~machines/self-assessment";

import { cycleRules } from "~/features/cycle";
import { outliersOf } from "~/features/indicator";
import { contentOf, type VersionAt } from "~/features/template";
import { questionsOf } from "~/features/template/content";
import { now } from "~/platform/clock.server";
import { possessive } from "~/ui/wording";
import type { LetterFacts, Occasion, Process, Tx } from "~/workflow/process.server";
import { addWorkingDays, dayOf, workingDaysBetween } from "~/workflow/working-days";
import { answerTo, unexplained, wantingIn } from "./content";
import { happened, labelOf, taskOf } from "./words";

/** Events whose guards look at the answers; for all others the template and the answers stay unread. */
const ABOUT_THE_ANSWERS: readonly string[] = ["", "draft.complete", "declaration.sign", "declaration.submit"];

interface Row {
  readonly authorityId: string;
  readonly dueOn: string;
  readonly followUpDueOn: string | null;
  readonly hasUpdate: boolean;
  readonly rules: unknown;
  readonly challengeStartsOn: string;
  readonly endsOn: string;
  readonly openConflicts: number;
  readonly endorsements: number;
  readonly comments: number;
  readonly moderators: number;
  readonly version: VersionAt;
  readonly answers: Readonly<Record<string, { readonly value: unknown; readonly carriedForward: boolean }>> | null;
}

async function facts(tx: Tx, id: string, occasion: Occasion): Promise<SelfAssessmentFacts> {
  const whole = ABOUT_THE_ANSWERS.includes(occasion.event);
  const [row] = await tx.$queryRaw<Row[]>`
    WITH newest AS (
      SELECT id, version, voided_at FROM document_version WHERE self_assessment_id = ${id}::uuid ORDER BY version DESC LIMIT 1
    )
    SELECT sa.authority_id AS "authorityId", sa.due_on::text AS "dueOn", sa.follow_up_due::text AS "followUpDueOn",
           sa.follow_up IS NOT NULL AS "hasUpdate", c.rules, c.challenge_starts_on::text AS "challengeStartsOn", c.ends_on::text AS "endsOn",
           (SELECT count(*)::int FROM answer_history h JOIN answer a ON a.id = h.answer_id
             WHERE a.self_assessment_id = sa.id AND h.outcome = 'conflict') AS "openConflicts",
           (SELECT count(*)::int FROM endorsement e JOIN newest n ON n.id = e.version_id AND n.voided_at IS NULL) AS endorsements,
           (SELECT count(*)::int FROM moderation_comment m JOIN newest n ON n.version = m.version WHERE m.self_assessment_id = sa.id) AS comments,
           (SELECT count(*)::int FROM workflow_party p WHERE p.workflow_id = sa.id AND p.role = 'moderator' AND p."to" IS NULL) AS moderators,
           json_build_object('id', t.id, 'revision', t.revision) AS version,
           CASE WHEN ${whole}::boolean THEN (
             SELECT json_object_agg(a.question_id, json_build_object('value', a.value, 'carriedForward', a.carried_forward))
               FROM answer a WHERE a.self_assessment_id = sa.id) END AS answers
      FROM self_assessment sa
      JOIN cycle c ON c.id = sa.cycle_id
      JOIN template_version t ON t.id = c.template_version_id
     WHERE sa.id = ${id}::uuid`;
  if (!row) throw new Error("a self-assessment's workflow has no record beside it");
  const rules = cycleRules.parse(row.rules);
  return {
    ...(whole ? await wanting(tx, row, rules.outlierRule) : { unanswered: 0, outliersWithoutNarrative: 0 }),
    openConflicts: row.openConflicts,
    endorsementsNeeded: rules.endorsements.length,
    endorsementsGiven: row.endorsements,
    declarationMade: occasion.payload["declaration"] === true,
    hasReason: occasion.payload["hasReason"] === true,
    hasUpdate: row.hasUpdate,
    moderationNeeded: rules.moderation.needed,
    moderators: row.moderators,
    comments: row.comments,
    dueOn: row.dueOn,
    // Where nobody has to moderate there is no day for it either.
    moderateBy: rules.moderation.needed ? addWorkingDays(row.challengeStartsOn, -rules.moderation.workingDaysBefore) : "",
    followUpDueOn: row.followUpDueOn ?? row.endsOn,
  };
}

/** Required questions not done (missing, too long, or only last round's words), and outliers not explained. */
async function wanting(tx: Tx, row: Row, outlierRule: boolean): Promise<Pick<SelfAssessmentFacts, "unanswered" | "outliersWithoutNarrative">> {
  const template = await contentOf(row.version, tx);
  const stored = row.answers ?? {};
  const values = Object.fromEntries(Object.entries(stored).map(([id, { value }]) => [id, value]));
  const unanswered = questionsOf(template).filter((question) => {
    const answer = stored[question.id];
    return wantingIn(question, answer && { value: answerTo(question, values), carriedForward: answer.carriedForward }) !== null;
  }).length;
  const outliers = outlierRule ? (await outliersOf(row.authorityId, tx)).map((outlier) => outlier.indicatorId) : [];
  return { unanswered, outliersWithoutNarrative: unexplained(template, values, outliers).length };
}

async function letter(tx: Tx, id: string, occasion: Occasion): Promise<LetterFacts> {
  const record = await tx.selfAssessment.findUniqueOrThrow({
    where: { id },
    select: {
      dueOn: true,
      reference: true,
      followUpDue: true,
      authority: { select: { name: true } },
      cycle: { select: { name: true, rules: true, challengeStartsOn: true, region: { select: { name: true } } } },
      versions: { select: { version: true, voidedAt: true, _count: { select: { endorsements: true } } }, orderBy: { version: "desc" }, take: 1 },
      joinedLateAt: true,
      chapters: { select: { completedAt: true } },
      workflow: { select: { state: true, deadlines: { where: { closedAt: null, name: { not: wholeDue } }, select: { dueAt: true }, orderBy: { dueAt: "asc" }, take: 1 } } },
    },
  });
  const { authority, cycle } = record;
  const rules = cycleRules.parse(cycle.rules);
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
  const newest = record.versions[0];
  const given = newest && !newest.voidedAt ? newest._count.endorsements : 0;
  const said = (key: string) => {
    const value = occasion.payload[key];
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
  };
  const late = workingDaysBetween(record.dueOn.toISOString().slice(0, 10), dayOf(now()));
  return {
    title: `${possessive(authority.name)} self-assessment`,
    subject: `${authority.name} self-assessment ${cycle.name}`,
    round: cycle.name,
    region: cycle.region.name,
    authority: authority.name,
    due: dueFor(occasion.event, record.workflow.state, { dueOn: day(record.dueOn), followUpDue: day(record.followUpDue), moderateBy: addWorkingDays(cycle.challengeStartsOn.toISOString().slice(0, 10), -rules.moderation.workingDaysBefore) }),
    about: {
      reference: record.reference,
      version: newest?.version ?? null,
      chapter: said("chapter"),
      chapters: record.chapters.length,
      chaptersComplete: record.chapters.filter((one) => one.completedAt !== null).length,
      joinedLate: record.joinedLateAt !== null,
      newDate: day(record.dueOn),
      newDueOn: day(record.dueOn),
      oldDueOn: said("oldDueOn"),
      workingDaysLate: late > 0 ? late : null,
      stepDueOn: stepDueOn(occasion.event, record.workflow.deadlines[0]?.dueAt),
      hasReason: said("hasReason") === true,
      endorsementsGiven: given,
      endorsementsNeeded: rules.endorsements.length,
      followUpDue: day(record.followUpDue),
    },
    calendar: [],
  };
}

/** The deadline of the whole, which the letter's own date already says. */
const wholeDue = "Submit the self-assessment";

/** Events that lead to a state with a date of its own, which opens only with the transition. */
const leadsTo: Readonly<Record<string, string>> = { "draft.complete": "readyForDcs", "declaration.sign": "awaitingEndorsement", "followUp.open": "followUpDue" };

/** By when the step that a letter asks for is awaited: counted from now when the event begins the wait, else the open deadline's day. */
function stepDueOn(event: string, open: Date | undefined): string | null {
  const state = leadsTo[event];
  const due = state && duesOf(selfAssessment, state).find((one) => "workingDays" in one.on);
  if (due && "workingDays" in due.on) return addWorkingDays(dayOf(now()), due.on.workingDays);
  return open ? dayOf(open) : null;
}

interface Dates {
  readonly dueOn: string | null;
  readonly followUpDue: string | null;
  readonly moderateBy: string;
}

/** The date a letter speaks of: the moderation's and the update's own once the document is in. */
function dueFor(event: string, state: string, dates: Dates): string | null {
  if (event === "moderator.assign" || event === "document.share" || state === "shared") return dates.moderateBy;
  if (event.startsWith("followUp.") || ["challenged", "followUpDue"].includes(state)) return dates.followUpDue;
  return ["submitted", "moderated", "optedOut", "waived", "withdrawn", "closed"].includes(state) ? null : dates.dueOn;
}

/** What the engine asks of a self-assessment. Registered at start by app/features/processes.server.ts. */
export const selfAssessmentProcess: Process = {
  machine: "self-assessment",
  facts,
  letter,
  path: (id) => `/self-assessments/${id}`,
  task: taskOf,
  label: labelOf,
  happened,
};
