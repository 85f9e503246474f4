import { postWords } from "~/features/summit";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { dayText } from "~/platform/day-column";
import type { Prisma } from "~/platform/prisma-client/client";
import { isUuid } from "~/session/params";
import type { SignedIn } from "~/workflow/actor.server";
import { stepsOn, type Standing } from "~/workflow/reading.server";
import { dayOf } from "~/workflow/working-days";
import { runsIn, visibleTo } from "./access.server";
import { OPEN } from "./drafting.server";
import { EDITABLE, type DecisionKind, type State, type Status } from "./words";

export interface ListedPlan {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: State;
}

export interface Plans {
  readonly plans: readonly ListedPlan[];
  /** Regions in which this person drafts plans, each with the plan that a next one would follow. */
  readonly runs: readonly { readonly id: string; readonly name: string; readonly follows: { readonly id: string; readonly name: string } | null }[];
}

export async function plansFor(actor: SignedIn): Promise<Plans> {
  const [rows, runs] = await Promise.all([
    db.plan.findMany({ where: visibleTo(actor), select: { id: true, name: true, startsOn: true, endsOn: true, region: { select: { name: true } }, workflow: { select: { state: true } } }, orderBy: { startsOn: "desc" }, take: 200 }),
    db.region.findMany({ where: { id: { in: runsIn(actor) } }, select: { id: true, name: true, plans: { where: { next: null, workflow: { state: { in: ["live", "reviewed"] } } }, select: { id: true, name: true }, orderBy: { startsOn: "desc" }, take: 1 } }, orderBy: { name: "asc" } }),
  ]);
  return {
    plans: rows.map(({ region, workflow, startsOn, endsOn, ...row }) => ({ ...row, region: region.name, startsOn: dayText(startsOn), endsOn: dayText(endsOn), state: workflow.state as State })),
    runs: runs.map(({ plans, ...region }) => ({ ...region, follows: plans[0] ?? null })),
  };
}

const post = { select: { title: true, authority: { select: { name: true } } } } as const;
const updates = { select: { id: true, quarterOn: true, status: true, narrative: true, at: true, by: { select: { name: true } }, recovery: { select: { id: true, text: true, doneBy: true, workflow: { select: { state: true } } } } }, orderBy: { at: "desc" } } as const satisfies Prisma.Workstream$updatesArgs;
const stream = {
  id: true, title: true, priorityId: true, sponsorPostId: true, leadPostId: true, updateOn: true, sponsorPost: post, leadPost: post, updates,
  actions: { select: { id: true, text: true, doneBy: true, carriedId: true, ownerPost: post }, orderBy: [{ doneBy: "asc" }, { id: "asc" }] },
  commitments: { select: { id: true, text: true, doneBy: true, ownerPost: post, workflow: { select: { state: true } } }, orderBy: [{ doneBy: "asc" }, { id: "asc" }] },
  recommendations: { select: { id: true, title: true, workflow: { select: { state: true } } }, orderBy: { createdAt: "asc" } },
} as const satisfies Prisma.WorkstreamSelect;
type StreamRow = Prisma.WorkstreamGetPayload<{ select: typeof stream }>;

/** A line of a workplan: as it is drafted, or as a commitment of its owner once the plan has begun. */
export interface Line {
  readonly id: string;
  readonly text: string;
  readonly owner: string;
  readonly doneBy: string;
  readonly carried: boolean;
  /** State of the commitment; null while it is only drafted. */
  readonly state: string | null;
  readonly late: boolean;
}

export interface UpdateShown {
  readonly id: string;
  readonly quarterOn: string;
  readonly status: Status;
  readonly narrative: string;
  readonly by: string;
  readonly at: Date;
  readonly recovery: { readonly id: string; readonly text: string; readonly doneBy: string; readonly done: boolean } | null;
}

export interface Stream {
  readonly id: string;
  readonly title: string;
  readonly priorityId: string;
  readonly sponsor: string;
  readonly lead: string;
  readonly updateOn: string | null;
  /** The day by which the next update was due has passed. */
  readonly updateLate: boolean;
  readonly lines: readonly Line[];
  readonly done: number;
  readonly late: number;
  readonly updates: readonly UpdateShown[];
  readonly recommendations: readonly { readonly id: string; readonly title: string; readonly state: string }[];
}

function streamShown(row: StreamRow): Stream {
  const today = dayOf(now());
  const drafted: Line[] = row.actions.map(({ ownerPost, doneBy, carriedId, ...one }) => ({ ...one, owner: postWords(ownerPost), doneBy: dayText(doneBy), carried: carriedId !== null, state: null, late: false }));
  const live: Line[] = row.commitments.map(({ ownerPost, doneBy, workflow: { state }, ...one }) => ({ ...one, owner: postWords(ownerPost), doneBy: dayText(doneBy), carried: false, state, late: OPEN.includes(state) && dayText(doneBy) < today }));
  const lines = row.updateOn ? live.filter(({ state }) => state !== "withdrawn") : drafted;
  return {
    id: row.id, title: row.title, priorityId: row.priorityId, sponsor: postWords(row.sponsorPost), lead: postWords(row.leadPost), updateOn: row.updateOn && dayText(row.updateOn), updateLate: row.updateOn !== null && dayText(row.updateOn) < today, lines,
    done: lines.filter(({ state }) => state === "done").length, late: lines.filter(({ late }) => late).length,
    updates: row.updates.map(({ by, quarterOn, status, recovery, ...one }) => ({ ...one, quarterOn: dayText(quarterOn), status: status as Status, by: by.name, recovery: recovery && { id: recovery.id, text: recovery.text, doneBy: dayText(recovery.doneBy), done: recovery.workflow.state === "done" } })),
    recommendations: row.recommendations.map(({ workflow, ...one }) => ({ ...one, state: workflow.state })),
  };
}

export interface PlanPage extends ListedPlan {
  readonly regionId: string;
  readonly consultBy: string;
  readonly paper: string;
  readonly review: string;
  readonly closing: string;
  readonly meeting: { readonly id: string; readonly heldOn: string } | null;
  readonly previous: { readonly id: string; readonly name: string } | null;
  readonly next: { readonly id: string; readonly name: string } | null;
  readonly priorities: readonly { readonly id: string; readonly title: string; readonly streams: readonly Stream[] }[];
  readonly comments: readonly { readonly id: string; readonly text: string; readonly by: string; readonly at: Date; readonly answer: string | null }[];
  readonly decisions: readonly { readonly id: string; readonly kind: DecisionKind; readonly reason: string; readonly by: string; readonly heldOn: string }[];
  readonly revision: number;
  readonly steps: Standing["steps"];
  readonly runs: boolean;
  readonly editable: boolean;
}

/** A plan with everything in it, for whoever it exists for; null for everybody else. */
export async function planPage(actor: SignedIn, id: string | undefined): Promise<PlanPage | null> {
  if (!isUuid(id)) return null;
  const row = await db.plan.findFirst({
    where: { AND: [{ id }, visibleTo(actor)] },
    include: {
      region: { select: { name: true } }, meeting: { select: { id: true, heldOn: true } }, previous: { select: { id: true, name: true } }, next: { select: { id: true, name: true, workflow: { select: { state: true } } } },
      priorities: { select: { id: true, title: true }, orderBy: { id: "asc" } }, workstreams: { select: stream, orderBy: { id: "asc" } },
      comments: { include: { by: { select: { name: true } } }, orderBy: { at: "asc" } }, decisions: { include: { decidedBy: { select: { name: true } }, meeting: { select: { heldOn: true } } }, orderBy: { at: "asc" } },
    },
  });
  const standing = row && (await stepsOn(row.id, actor));
  if (!row || !standing) return null;
  const streams = row.workstreams.map(streamShown);
  const runs = runsIn(actor).includes(row.regionId);
  // The next plan's draft is nobody's but theirs who draft it.
  const next = row.next && (runs || !["draft", "withdrawn"].includes(row.next.workflow.state)) ? { id: row.next.id, name: row.next.name } : null;
  return {
    id: row.id, name: row.name, region: row.region.name, regionId: row.regionId, startsOn: dayText(row.startsOn), endsOn: dayText(row.endsOn), consultBy: dayText(row.consultBy), state: standing.state as State, paper: row.paper, review: row.review, closing: row.closing,
    meeting: row.meeting && { id: row.meeting.id, heldOn: dayText(row.meeting.heldOn) }, previous: row.previous, next, priorities: row.priorities.map((priority) => ({ ...priority, streams: streams.filter(({ priorityId }) => priorityId === priority.id) })),
    comments: row.comments.map(({ id: commentId, text, by, at, answer }) => ({ id: commentId, text, by: by.name, at, answer })),
    decisions: row.decisions.map(({ id: decisionId, kind, reason, decidedBy, meeting }) => ({ id: decisionId, kind: kind as DecisionKind, reason, by: decidedBy.name, heldOn: dayText(meeting.heldOn) })),
    revision: standing.revision, steps: standing.steps, runs, editable: runs && EDITABLE.includes(standing.state),
  };
}

export interface PostChoice {
  readonly id: string;
  readonly words: string;
  readonly director: boolean;
}

/** Posts of a region that may sponsor (directors), lead or own something. */
export async function postsOf(regionId: string): Promise<readonly PostChoice[]> {
  const posts = await db.post.findMany({ where: { regionId, kind: { in: ["sli-coordinator", "regional-chair", "dcs", "assistant-director"] } }, select: { id: true, kind: true, ...post.select }, orderBy: [{ authorityId: "asc" }, { title: "asc" }] });
  return posts.map((one) => ({ id: one.id, words: postWords(one), director: one.kind === "dcs" }));
}

export interface StreamPage extends Stream {
  readonly plan: { readonly id: string; readonly name: string; readonly state: State };
  readonly priority: string;
  readonly region: string;
  readonly revision: number;
  readonly steps: Standing["steps"];
  readonly runs: boolean;
}

/** A workstream with its workplan and its updates, for whoever its plan exists for. */
export async function streamPage(actor: SignedIn, id: string | undefined): Promise<StreamPage | null> {
  if (!isUuid(id)) return null;
  const row = await db.workstream.findFirst({ where: { id, plan: visibleTo(actor) }, select: { ...stream, priority: { select: { title: true } }, plan: { select: { id: true, name: true, regionId: true, region: { select: { name: true } }, workflow: { select: { state: true } } } } } });
  if (!row) return null;
  const { plan } = row;
  // Before its plan has begun there is nothing to do with it here.
  const standing = await stepsOn(row.id, actor);
  return {
    ...streamShown(row), plan: { id: plan.id, name: plan.name, state: plan.workflow.state as State }, priority: row.priority.title, region: plan.region.name, revision: standing?.revision ?? 0, steps: standing?.steps ?? [], runs: runsIn(actor).includes(plan.regionId),
  };
}
