import { stringify } from "csv-stringify/sync";
import { eventPageOf } from "./summit-event.server";
import { db } from "~/platform/db.server";
import { dayText } from "~/platform/day-column";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn, type Standing } from "~/workflow/reading.server";
import { coordinatesIn, followsIn, meetingsVisibleTo, recommendsIn, visibleTo } from "./access.server";
import { decisionLabels, takesPapers, type DecisionKind, type MeetingState, type State } from "./words";

export interface Listed {
  readonly id: string;
  readonly title: string;
  readonly theme: string;
  readonly state: State;
  readonly by: string;
  readonly owner: string | null;
  readonly doneBy: string | null;
}

const listed = {
  id: true, title: true, theme: true, doneBy: true, submittedBy: { select: { name: true } }, ownerPost: { select: { title: true, authority: { select: { name: true } } } }, workflow: { select: { state: true } },
} as const;

interface ListedRow {
  readonly id: string;
  readonly title: string;
  readonly theme: string;
  readonly doneBy: Date | null;
  readonly submittedBy: { readonly name: string };
  readonly ownerPost: PostShown | null;
  readonly workflow: { readonly state: string };
}

interface PostShown {
  readonly title: string;
  readonly authority: { readonly name: string } | null;
}

/** "Director of Children’s Services, Kent". */
export const postWords = (post: PostShown): string => (post.authority ? `${post.title}, ${post.authority.name}` : post.title);

const shown = (row: ListedRow): Listed => ({
  id: row.id, title: row.title, theme: row.theme, state: row.workflow.state as State, by: row.submittedBy.name, owner: row.ownerPost && postWords(row.ownerPost), doneBy: row.doneBy && dayText(row.doneBy),
});

/** Every recommendation that exists for this person, newest first. */
export async function recommendationsFor(actor: SignedIn): Promise<readonly Listed[]> {
  return (await db.recommendation.findMany({ where: visibleTo(actor), select: listed, orderBy: { createdAt: "desc" }, take: 500 })).map(shown);
}

export interface SummitPage {
  readonly eventId: string;
  readonly regionId: string;
  readonly region: string;
  readonly title: string;
  readonly runs: boolean;
  readonly mayDraft: boolean;
  readonly items: readonly { readonly id: string; readonly startsAt: string; readonly title: string; readonly speaker: string }[];
  readonly recommendations: readonly Listed[];
  /** Counted from the bookings. */
  readonly attended: number;
  readonly booked: number;
}

/** A summit's own page: its agenda, what is drafted in its room, and who came, for whoever the event exists for. */
export async function summitPage(actor: SignedIn, eventId: string | undefined): Promise<SummitPage | null> {
  const event = await eventPageOf(actor, eventId);
  if (!event) return null;
  const [items, recommendations, states] = await Promise.all([
    db.agendaItem.findMany({ where: { eventId: event.id }, select: { id: true, startsAt: true, title: true, speaker: true }, orderBy: [{ startsAt: "asc" }, { id: "asc" }] }),
    db.recommendation.findMany({ where: { AND: [{ eventId: event.id }, { OR: [visibleTo(actor), { regionId: { in: recommendsIn(actor) }, workflow: { state: { not: "withdrawn" } } }] }] }, select: listed, orderBy: { createdAt: "asc" } }),
    db.workflow.groupBy({ by: ["state"], where: { parentId: event.id, machine: "booking" }, _count: true }),
  ]);
  const of = (...names: readonly string[]) => states.filter(({ state }) => names.includes(state)).reduce((sum, { _count }) => sum + _count, 0);
  return {
    eventId: event.id, regionId: event.regionId, region: event.region, title: event.title, runs: coordinatesIn(actor).includes(event.regionId), mayDraft: recommendsIn(actor).includes(event.regionId), items, recommendations: recommendations.map(shown),
    attended: of("attended", "partlyAttended"), booked: of("booked", "offered", "attended", "partlyAttended", "noShow"),
  };
}

export interface DecisionShown {
  readonly id: string;
  readonly recommendationId: string;
  readonly title: string;
  readonly kind: DecisionKind;
  readonly reason: string;
  readonly amendedText: string | null;
  readonly deferredTo: string | null;
  readonly by: string;
  readonly heldOn: string;
  readonly at: Date;
  readonly region: string;
}

/** The decision log: every decision of the regions this person follows, newest first. */
export async function decisionLog(actor: SignedIn): Promise<readonly DecisionShown[]> {
  return decisionsWhere({ recommendation: { regionId: { in: followsIn(actor) } } });
}

async function decisionsWhere(where: object): Promise<readonly DecisionShown[]> {
  const rows = await db.decision.findMany({
    where, orderBy: [{ at: "desc" }, { id: "desc" }], take: 1000,
    include: { decidedBy: { select: { name: true } }, meeting: { select: { heldOn: true } }, recommendation: { select: { title: true, region: { select: { name: true } } } } },
  });
  return rows.map(({ id, recommendationId, kind, reason, amendedText, deferredTo, decidedBy, meeting, recommendation, at }) => ({
    id, recommendationId, title: recommendation.title, kind: kind as DecisionKind, reason, amendedText, deferredTo: deferredTo && dayText(deferredTo), by: decidedBy.name, heldOn: dayText(meeting.heldOn), at, region: recommendation.region.name,
  }));
}

/** The log for a spreadsheet. Cells that a spreadsheet would run as a formula are disarmed. */
export function decisionsCsv(decisions: readonly DecisionShown[]): string {
  return stringify(
    [["meeting", "recommendation", "decision", "reason", "amended_text", "deferred_to", "recorded_by"], ...decisions.map((one) => [one.heldOn, one.title, decisionLabels[one.kind], one.reason, one.amendedText ?? "", one.deferredTo ?? "", one.by])],
    { bom: true, escape_formulas: true, record_delimiter: "windows" },
  );
}

/** A file that is a paper, as it is listed. */
export interface PaperShown {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly by: string;
  readonly at: Date;
}

const papers = { where: { removedAt: null }, select: { id: true, name: true, size: true, uploadedAt: true, uploadedBy: { select: { name: true } } }, orderBy: { uploadedAt: "asc" } } as const;
const papersShown = (rows: readonly { readonly id: string; readonly name: string; readonly size: number; readonly uploadedAt: Date; readonly uploadedBy: { readonly name: string } }[]): readonly PaperShown[] =>
  rows.map(({ id, name, size, uploadedAt, uploadedBy }) => ({ id, name, size, by: uploadedBy.name, at: uploadedAt }));

export interface RecommendationPage extends Listed {
  readonly regionId: string;
  readonly region: string;
  readonly text: string;
  readonly paper: string;
  readonly files: readonly PaperShown[];
  /** Whether files may be added to its papers and taken off, by this person now. */
  readonly mayPrepare: boolean;
  readonly cycleId: string | null;
  readonly amendedText: string | null;
  readonly closing: string;
  readonly event: { readonly id: string; readonly title: string } | null;
  readonly meeting: { readonly id: string; readonly heldOn: string; readonly agendaSent: boolean } | null;
  /** The workstream of the plan that it entered. */
  readonly workstream: { readonly id: string; readonly title: string } | null;
  readonly decisions: readonly DecisionShown[];
  readonly revision: number;
  readonly steps: Standing["steps"];
  readonly runs: boolean;
}

/** A recommendation for whoever it exists for; null for everybody else. */
export async function recommendationPage(actor: SignedIn, id: string | undefined): Promise<RecommendationPage | null> {
  if (!isUuid(id)) return null;
  const row = await db.recommendation.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    select: { ...listed, regionId: true, cycleId: true, text: true, paper: true, papers, amendedText: true, closing: true, region: { select: { name: true } }, event: { select: { id: true, title: true } }, meeting: { select: { id: true, heldOn: true, workflow: { select: { state: true } } } }, workstream: { select: { id: true, title: true } } },
  });
  const standing = row && (await stepsOn(row.id, actor));
  if (!row || !standing) return null;
  return {
    ...shown(row), workstream: row.workstream, regionId: row.regionId, region: row.region.name, text: row.text, paper: row.paper, files: papersShown(row.papers), mayPrepare: coordinatesIn(actor).includes(row.regionId) && takesPapers(row.workflow.state), cycleId: row.cycleId, amendedText: row.amendedText, closing: row.closing, event: row.event,
    meeting: row.meeting && { id: row.meeting.id, heldOn: dayText(row.meeting.heldOn), agendaSent: row.meeting.workflow.state === "agendaSent" }, decisions: await decisionsWhere({ recommendationId: row.id }), revision: standing.revision, steps: standing.steps,
    runs: coordinatesIn(actor).includes(row.regionId),
  };
}

/** What the pages of acts choose from: meetings that are still to decide, and posts that may own something. */
export async function choicesFor(regionId: string): Promise<{ readonly meetings: readonly { readonly id: string; readonly heldOn: string }[]; readonly posts: readonly { readonly id: string; readonly words: string }[]; readonly workstreams: readonly { readonly id: string; readonly title: string; readonly plan: string }[] }> {
  const [meetings, posts, workstreams] = await Promise.all([
    db.directorsMeeting.findMany({ where: { regionId, workflow: { state: { in: ["planned", "agendaSent"] } } }, select: { id: true, heldOn: true }, orderBy: { heldOn: "asc" } }),
    db.post.findMany({ where: { regionId, kind: { in: ["sli-coordinator", "regional-chair", "dcs", "assistant-director"] } }, select: { id: true, title: true, authority: { select: { name: true } } }, orderBy: [{ authorityId: "asc" }, { title: "asc" }] }),
    db.workstream.findMany({ where: { plan: { regionId, workflow: { state: { in: ["consultation", "answering", "onAgenda", "approved", "live"] } } } }, select: { id: true, title: true, plan: { select: { name: true } } }, orderBy: { id: "asc" } }),
  ]);
  return { workstreams: workstreams.map(({ id, title, plan }) => ({ id, title, plan: plan.name })), meetings: meetings.map(({ id, heldOn }) => ({ id, heldOn: dayText(heldOn) })), posts: posts.map((post) => ({ id: post.id, words: postWords(post) })) };
}

export interface ListedMeeting {
  readonly id: string;
  readonly heldOn: string;
  readonly place: string;
  readonly region: string;
  readonly state: MeetingState;
  readonly items: number;
}

export async function meetingsFor(actor: SignedIn): Promise<{ readonly meetings: readonly ListedMeeting[]; readonly runs: readonly { readonly id: string; readonly name: string }[] }> {
  const [rows, runs] = await Promise.all([
    db.directorsMeeting.findMany({ where: meetingsVisibleTo(actor), include: { region: { select: { name: true } }, workflow: { select: { state: true } }, _count: { select: { recommendations: true, plans: true } } }, orderBy: { heldOn: "desc" } }),
    db.region.findMany({ where: { id: { in: coordinatesIn(actor) } }, select: { id: true, name: true }, orderBy: { name: "asc" } }),
  ]);
  return { runs, meetings: rows.map(({ id, heldOn, place, region, workflow, _count }) => ({ id, heldOn: dayText(heldOn), place, region: region.name, state: workflow.state as MeetingState, items: _count.recommendations + _count.plans })) };
}

export interface MeetingPage extends ListedMeeting {
  readonly regionId: string;
  readonly reason: string;
  readonly revision: number;
  readonly steps: Standing["steps"];
  readonly agenda: readonly (Listed & { readonly text: string; readonly paper: string; readonly files: readonly PaperShown[] })[];
  /** Regional plans that the directors approve or return. */
  readonly plans: readonly { readonly id: string; readonly name: string; readonly state: string; readonly paper: string; readonly decision: { readonly kind: string; readonly reason: string } | null }[];
  readonly decisions: readonly DecisionShown[];
  readonly runs: boolean;
}

/** A directors' meeting with its agenda and papers, for whoever it exists for. */
export async function meetingPage(actor: SignedIn, id: string | undefined): Promise<MeetingPage | null> {
  if (!isUuid(id)) return null;
  const row = await db.directorsMeeting.findFirst({
    where: { AND: [{ id }, meetingsVisibleTo(actor)] },
    include: { region: { select: { name: true } }, recommendations: { select: { ...listed, text: true, paper: true, papers }, orderBy: { createdAt: "asc" } }, plans: { select: { id: true, name: true, paper: true, workflow: { select: { state: true } } } }, planDecisions: { select: { planId: true, kind: true, reason: true, plan: { select: { id: true, name: true, paper: true, workflow: { select: { state: true } } } } }, orderBy: { at: "asc" } } },
  });
  const standing = row && (await stepsOn(row.id, actor));
  if (!row || !standing) return null;
  const plans = new Map([...row.plans, ...row.planDecisions.map(({ plan }) => plan)].map((plan) => [plan.id, plan]));
  return {
    plans: [...plans.values()].map(({ workflow, ...plan }) => ({ ...plan, state: workflow.state, decision: row.planDecisions.find(({ planId }) => planId === plan.id) ?? null })),
    id: row.id, heldOn: dayText(row.heldOn), place: row.place, region: row.region.name, regionId: row.regionId, state: standing.state as MeetingState, reason: row.reason, items: row.recommendations.length + plans.size, revision: standing.revision, steps: standing.steps,
    agenda: row.recommendations.map((one) => ({ ...shown(one), text: one.text, paper: one.paper, files: papersShown(one.papers) })), decisions: await decisionsWhere({ meetingId: row.id }), runs: coordinatesIn(actor).includes(row.regionId),
  };
}
