import { makeWithin } from "~/features/commitment";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { act, personOf, Refusal, withReason, type Acting } from "~/workflow/acting.server";
import { system, type Actor } from "~/workflow/actor.server";
import { begin, fireWithin, type FireResult } from "~/workflow/fire.server";
import { addParty, endParty } from "~/workflow/parties.server";
import type { Tx } from "~/workflow/process.server";
import { dayOf } from "~/workflow/working-days";
import { OPEN } from "./drafting.server";
import { nextQuarterEnd } from "./quarters";
import type { DecisionKind } from "./words";

/** What every verb takes. */
export interface Act extends Acting {
  readonly planId: string;
}

/** Opens the draft for comments: directors, sponsors and leads are told. */
export function openConsultation(given: Act): Promise<FireResult> {
  return act(given.planId, given, "consultation.open", { write: (tx) => nameThem(tx, given.planId) });
}

/** Who sponsors and leads its workstreams, as they are named now. */
async function nameThem(tx: Tx, planId: string): Promise<void> {
  const workstreams = await tx.workstream.findMany({ where: { planId }, select: { sponsorPostId: true, leadPostId: true } });
  for (const [role, posts] of [["workstreamSponsor", workstreams.map((one) => one.sponsorPostId)], ["workstreamLead", workstreams.map((one) => one.leadPostId)]] as const) {
    const before = await tx.workflowParty.findMany({ where: { workflowId: planId, role, to: null }, select: { postId: true } });
    for (const { postId } of before) if (postId && !posts.includes(postId)) await endParty(tx, planId, { role, postId });
    for (const postId of new Set(posts)) await addParty(tx, planId, { role, postId });
  }
}

/** Says something about the draft. The same press says it once. */
export function makeComment({ text, ...given }: Act & { readonly text: string }): Promise<FireResult> {
  return act(given.planId, given, "comment.make", {
    payload: { hasText: text.trim() !== "" },
    write: async (tx) => void (await tx.planComment.create({ data: { planId: given.planId, text: text.trim(), byId: personOf(given.actor), at: now() }, select: { id: true } })),
  });
}

/** Answers one comment: whoever made it is told. */
export async function answerComment({ commentId, text, ...given }: Act & { readonly commentId: string; readonly text: string }): Promise<FireResult> {
  const comment = await db.planComment.findFirst({ where: { id: commentId, planId: given.planId }, select: { byId: true } });
  if (!comment) return { kind: "refused", reason: "no-such-record" };
  return act(given.planId, given, "comment.answer", {
    payload: { hasText: text.trim() !== "" }, addressees: { personIds: [comment.byId] },
    write: async (tx) => void (await tx.planComment.update({ where: { id: commentId }, data: { answer: text.trim(), answeredAt: now() }, select: { id: true } })),
  });
}

export function closeConsultation(given: Act): Promise<FireResult> {
  return act(given.planId, given, "consultation.close");
}

/** Puts it on the agenda of a directors' meeting of its region, with its paper. */
export function putOnAgenda({ meetingId, paper, ...given }: Act & { readonly meetingId: string; readonly paper: string }): Promise<FireResult> {
  return act(given.planId, given, "agenda.add", {
    write: async (tx) => {
      const { regionId } = await tx.plan.findUniqueOrThrow({ where: { id: given.planId }, select: { regionId: true } });
      if (!(await tx.directorsMeeting.findFirst({ where: { id: meetingId, regionId }, select: { id: true } }))) throw new Refusal("hasMeeting");
      await tx.plan.update({ where: { id: given.planId }, data: { meetingId, paper: paper.trim() }, select: { id: true } });
      await nameThem(tx, given.planId);
    },
  });
}

export function takeOffAgenda(given: Act): Promise<FireResult> {
  return act(given.planId, given, "agenda.remove", { settle: async (tx) => void (await tx.plan.update({ where: { id: given.planId }, data: { meetingId: null }, select: { id: true } })) });
}

/** The chair records what the directors decided, with the reason. */
export function decidePlan({ kind, reason, ...given }: Act & { readonly kind: DecisionKind; readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(reason);
  return act(given.planId, given, kind === "approve" ? "plan.approve" : "plan.return", {
    payload,
    write: async (tx) => {
      const { meetingId } = await tx.plan.findUniqueOrThrow({ where: { id: given.planId }, select: { meetingId: true } });
      if (meetingId) await tx.planDecision.create({ data: { planId: given.planId, meetingId, kind, reason: text, decidedById: personOf(given.actor), at: now() }, select: { id: true } });
    },
  });
}

/**
 * Begins it: each workstream is under way, each action goes to its owner, what the plan before has left goes
 * on here, and that plan ends. Refused ("previous-not-reviewed") while that one is not reviewed.
 */
export function beginPlan(given: Act): Promise<FireResult> {
  return act(given.planId, given, "plan.begin", { settle: (tx) => unfold(tx, given.planId, given.actor) });
}

async function unfold(tx: Tx, planId: string, actor: Actor): Promise<void> {
  const plan = await tx.plan.findUniqueOrThrow({
    where: { id: planId },
    select: { regionId: true, startsOn: true, previous: { select: { id: true, workflow: { select: { state: true } } } }, workstreams: { include: { actions: { include: { carried: { select: { workflow: { select: { state: true } } } } } } }, orderBy: { id: "asc" } } },
  });
  const { previous, workstreams } = plan;
  if (previous && previous.workflow.state !== "reviewed") throw new Refusal("previous-not-reviewed");
  const startsOn = plan.startsOn.toISOString().slice(0, 10);
  const today = dayOf(now());
  const updateOn = nextQuarterEnd(startsOn, today > startsOn ? today : startsOn);
  const coordinators = await tx.post.findMany({ where: { regionId: plan.regionId, kind: "sli-coordinator" }, select: { id: true } });
  for (const one of workstreams) {
    await begin(
      {
        id: one.id, machine: "workstream", regionId: plan.regionId, parentId: planId, title: `the workstream “${one.title}”`, actor,
        parties: [{ role: "workstreamSponsor", postId: one.sponsorPostId }, { role: "workstreamLead", postId: one.leadPostId }, ...coordinators.map((post) => ({ role: "coordinator", postId: post.id }))],
        write: async (inner) => void (await inner.workstream.update({ where: { id: one.id }, data: { updateOn: new Date(`${updateOn}T00:00:00Z`) }, select: { id: true } })),
      },
      tx,
    );
    await sound(fireWithin(tx, { workflowId: one.id, event: "workstream.begin", actor }));
    for (const action of one.actions) {
      if (action.carriedId) await goOn(tx, action.carriedId, one.id, action.carried?.workflow.state ?? "");
      else await makeWithin(tx, { regionId: plan.regionId, eventId: null, recommendationId: null, workstreamId: one.id, text: action.text, ownerPostId: action.ownerPostId, doneBy: action.doneBy.toISOString().slice(0, 10), actor });
    }
  }
  if (previous) await follow(tx, previous.id, workstreams);
}

async function goOn(tx: Tx, commitmentId: string, workstreamId: string, state: string): Promise<void> {
  if (OPEN.includes(state)) await tx.commitment.update({ where: { id: commitmentId }, data: { workstreamId }, select: { id: true } });
}

/** What came up after the draft was begun goes on as well: in the workstream of the same name, or else in the first. */
async function follow(tx: Tx, previousId: string, workstreams: readonly { readonly id: string; readonly title: string }[]): Promise<void> {
  const [first] = workstreams;
  const left = await tx.commitment.findMany({ where: { workstream: { planId: previousId }, workflow: { state: { in: [...OPEN] } } }, select: { id: true, workstream: { select: { title: true } } } });
  for (const { id, workstream } of left) {
    const to = workstreams.find(({ title }) => title === workstream?.title) ?? first;
    if (to) await tx.commitment.update({ where: { id }, data: { workstreamId: to.id }, select: { id: true } });
  }
  await sound(fireWithin(tx, { workflowId: previousId, event: "plan.supersede", actor: system }));
}

async function sound(fired: Promise<FireResult>): Promise<void> {
  const result = await fired;
  if (result.kind === "refused") throw new Refusal(result.reason);
}

/** Says what it achieved and what is left. */
export function reviewPlan({ text, ...given }: Act & { readonly text: string }): Promise<FireResult> {
  return act(given.planId, given, "plan.review", {
    payload: { hasText: text.trim() !== "" },
    write: async (tx) => void (await tx.plan.update({ where: { id: given.planId }, data: { review: text.trim() }, select: { id: true } })),
  });
}

export function withdrawPlan({ reason, ...given }: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(reason);
  return act(given.planId, given, "plan.withdraw", { payload, write: async (tx) => void (await tx.plan.update({ where: { id: given.planId }, data: { closing: text }, select: { id: true } })) });
}
