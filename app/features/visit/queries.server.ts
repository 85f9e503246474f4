import { kloesOf, type Line } from "~/features/kloe";
import { questionsOf, templateContent } from "~/features/template/content";
import { now } from "~/platform/clock.server";
import { dayText } from "~/platform/day-column";
import { visibleTo as documentsVisibleTo } from "~/features/self-assessment";
import { db } from "~/platform/db.server";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn, type Standing as ProcessStanding } from "~/workflow/reading.server";
import { standingOf, visibleTo, type Standing } from "./access.server";
import { visitRulesOf, type VisitRules } from "./rules.server";
import { isVariant, type VariantId } from "./variants";
import { labelOf } from "./words";

/** What every page of one visit begins with. */
export interface Head {
  readonly id: string;
  readonly authority: { readonly id: string; readonly name: string };
  readonly region: { readonly id: string; readonly name: string };
  readonly cycle: { readonly id: string; readonly name: string; readonly endsOn: string };
  readonly rules: VisitRules;
  readonly title: string;
  readonly state: string;
  readonly label: string;
  readonly revision: number;
  readonly standing: Standing;
  readonly roles: readonly string[];
  readonly steps: ProcessStanding["steps"];
  readonly variant: VariantId;
  readonly theme: string;
  readonly themeReason: string;
  readonly wants: string;
  readonly wishedDays: readonly string[];
  readonly passage: { readonly selfAssessmentId: string; readonly questionId: string } | null;
  readonly days: number;
  readonly teamSize: number;
  readonly themes: readonly string[];
  readonly candidateDays: readonly string[];
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly objectBy: string | null;
  readonly welcomed: boolean;
  readonly venue: string;
  readonly joining: string;
  readonly contact: string;
  readonly statementAt: Date | null;
  readonly presentedAt: Date | null;
  readonly endorsedBy: string | null;
  readonly endorsedAt: Date | null;
  /** Why it was last returned, declined, moved, postponed or withdrawn: for the host, the coordinator and the team. */
  readonly reason: string | null;
  /** By when what is awaited now is awaited. */
  readonly dueAt: Date | null;
  readonly late: boolean;
}

/** The visit as this person may see it, or null: absent and forbidden are the same. */
export async function headOf(actor: SignedIn, id: string | undefined): Promise<Head | null> {
  if (!isUuid(id)) return null;
  const [visit, process] = await Promise.all([
    db.visit.findFirst({
      where: { AND: [{ id }, visibleTo(actor)] },
      include: {
        authority: { select: { id: true, name: true } },
        cycle: { select: { id: true, name: true, endsOn: true, rules: true, region: { select: { id: true, name: true } } } },
        workflow: { select: { title: true, deadlines: { where: { closedAt: null, name: { not: "The visit begins" } }, select: { dueAt: true }, orderBy: { dueAt: "asc" }, take: 1 } } },
      },
    }),
    stepsOn(id, actor),
  ]);
  if (!visit || !process) return null;
  const { region, ...cycle } = visit.cycle;
  const standing = standingOf(actor, { authorityId: visit.authorityId, regionId: region.id, roles: process.roles });
  const dueAt = visit.workflow.deadlines[0]?.dueAt ?? null;
  const endorser = visit.endorsedById ? await db.person.findUnique({ where: { id: visit.endorsedById }, select: { name: true } }) : null;
  return {
    id,
    authority: visit.authority,
    region,
    cycle: { id: cycle.id, name: cycle.name, endsOn: dayText(cycle.endsOn) },
    rules: visitRulesOf(cycle.rules),
    title: visit.workflow.title,
    state: process.state,
    label: process.label,
    revision: process.revision,
    standing,
    roles: process.roles,
    steps: process.steps,
    variant: variantId(visit.variant),
    theme: visit.theme,
    themeReason: visit.themeReason,
    wants: visit.wants,
    wishedDays: visit.wishedDays,
    passage: visit.selfAssessmentId && visit.questionId ? { selfAssessmentId: visit.selfAssessmentId, questionId: visit.questionId } : null,
    days: visit.days,
    teamSize: visit.teamSize,
    themes: visit.themes,
    candidateDays: visit.candidateDays,
    firstDay: visit.firstDay && dayText(visit.firstDay),
    lastDay: visit.lastDay && dayText(visit.lastDay),
    objectBy: visit.objectBy && dayText(visit.objectBy),
    welcomed: visit.welcomedAt !== null,
    venue: visit.venue,
    joining: visit.joining,
    contact: visit.contact,
    statementAt: visit.statementAt,
    presentedAt: visit.presentedAt,
    endorsedBy: endorser?.name ?? null,
    endorsedAt: visit.endorsedAt,
    reason: standing === "chair" ? null : visit.reason,
    dueAt,
    late: dueAt !== null && dueAt < now(),
  };
}

function variantId(text: string): VariantId {
  if (!isVariant(text)) throw new Error(`there is no kind of visit "${text}"`);
  return text;
}

export interface ListRow {
  readonly id: string;
  readonly authority: string;
  readonly theme: string;
  readonly round: string;
  readonly region: string;
  readonly state: string;
  readonly label: string;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly late: boolean;
}

/** Every visit there is for this person, newest round first. */
export async function listFor(actor: SignedIn): Promise<readonly ListRow[]> {
  const rows = await db.visit.findMany({
    where: visibleTo(actor),
    orderBy: [{ cycle: { opensOn: "desc" } }, { firstDay: { sort: "asc", nulls: "last" } }, { authority: { name: "asc" } }, { id: "asc" }],
    take: 400,
    select: {
      id: true, theme: true, firstDay: true, lastDay: true,
      authority: { select: { name: true } },
      cycle: { select: { name: true, region: { select: { name: true } } } },
      workflow: { select: { state: true, deadlines: { where: { closedAt: null, name: { not: "The visit begins" } }, select: { dueAt: true }, orderBy: { dueAt: "asc" }, take: 1 } } },
    },
  });
  const moment = now();
  return rows.map(({ workflow, cycle, ...row }) => ({
    id: row.id,
    authority: row.authority.name,
    theme: row.theme,
    round: cycle.name,
    region: cycle.region.name,
    state: workflow.state,
    label: labelOf(workflow.state),
    firstDay: row.firstDay && dayText(row.firstDay),
    lastDay: row.lastDay && dayText(row.lastDay),
    late: (workflow.deadlines[0]?.dueAt ?? moment) < moment,
  }));
}

export interface Passage {
  /** "SELF-ASSESSMENT QUESTION", as the form posts it. */
  readonly value: string;
  readonly title: string;
  readonly round: string;
}

/** The answers of an authority's own self-assessments that a theme may be linked to: its two newest rounds. */
export async function passagesOf(authorityId: string): Promise<readonly Passage[]> {
  const documents = await db.selfAssessment.findMany({
    where: { authorityId },
    orderBy: { cycle: { opensOn: "desc" } },
    take: 2,
    select: { id: true, cycle: { select: { name: true, templateVersion: { select: { content: true } } } }, answers: { select: { questionId: true } } },
  });
  return documents.flatMap(({ id, cycle, answers }) => {
    const answered = new Set(answers.map((answer) => answer.questionId));
    return questionsOf(templateContent.parse(cycle.templateVersion.content))
      .filter((question) => answered.has(question.id))
      .map((question) => ({ value: `${id} ${question.id}`, title: question.title, round: cycle.name }));
  });
}

/** The passage a visit's theme comes from, in words, with the way to the document for those who may read it. */
export async function passageOf(actor: SignedIn, head: Pick<Head, "passage" | "authority">): Promise<{ readonly title: string; readonly round: string; readonly href: string | null } | null> {
  if (!head.passage) return null;
  const { selfAssessmentId, questionId } = head.passage;
  const [document, visible] = await Promise.all([
    db.selfAssessment.findUnique({ where: { id: selfAssessmentId }, select: { cycle: { select: { name: true, templateVersion: { select: { content: true } } } } } }),
    db.selfAssessment.count({ where: { AND: [{ id: selfAssessmentId }, documentsVisibleTo(actor)] } }),
  ]);
  if (!document) return null;
  const question = questionsOf(templateContent.parse(document.cycle.templateVersion.content)).find((one) => one.id === questionId);
  return { title: question?.title ?? "A part of the self-assessment", round: document.cycle.name, href: visible > 0 ? `/self-assessments/${selfAssessmentId}` : null };
}

/** The lines of enquiry of a visit. */
export function linesOf(head: Pick<Head, "id">): Promise<readonly Line[]> {
  return kloesOf(head.id);
}
