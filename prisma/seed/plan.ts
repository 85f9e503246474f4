import { acceptCommitment, finishCommitment, startWork } from "~/features/commitment";
import { addAction, addPriority, addWorkstream, answerComment, beginPlan, closeConsultation, decidePlan, draftPlan, giveUpdate, makeComment, openConsultation, putOnAgenda, reviewPlan, type Status } from "~/features/plan";
import { closeMeeting, planMeeting, sendAgenda } from "~/features/summit";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import type { Moment } from "./clockwork";
import type { Calendar } from "./days";
import type { Staff } from "./people";
import { must } from "./rounds";

export interface Told {
  readonly regionId: string;
  readonly staff: Staff;
  readonly authorityIds: readonly string[];
  readonly calendar: Calendar;
}

export interface DraftedStream {
  readonly title: string;
  readonly priority: string;
  readonly actions: readonly string[];
  /** How its lead says it stands; left out: the update is missing. */
  readonly update?: readonly [status: Status, narrative: string, recovery?: string];
}

export interface DraftedPlan extends Told {
  readonly name: string;
  readonly streams: readonly DraftedStream[];
  readonly follows?: string;
  /** Working days from today: when the draft is begun, and its first and last day. */
  readonly draftedOn: number;
  readonly startsOn: number;
  readonly endsOn: number;
}

const planNamed = (name: string) => db.plan.findFirstOrThrow({ where: { name }, select: { id: true } });
const coordinatorOf = ({ staff }: Told) => staff.actor("sli-coordinator", null, now());
const dcsPost = (authorityId: string) => db.post.findFirstOrThrow({ where: { authorityId, kind: "dcs" }, select: { id: true } });
const leadPost = (authorityId: string) => db.post.findFirstOrThrow({ where: { authorityId, kind: "assistant-director" }, select: { id: true }, orderBy: { title: "desc" } });
export const holderOf = async (postId: string) => ({ kind: "person", personId: (await db.holding.findFirstOrThrow({ where: { postId, to: null }, select: { personId: true } })).personId, channel: "demo" }) as const;

/** The draft, opened for comments two days later: each workstream sponsored by one authority's director, and led from the next. */
export function drafted(plan: DraftedPlan): Moment[] {
  const { name, streams, calendar, authorityIds, regionId, follows, draftedOn, startsOn, endsOn } = plan;
  const of = `plan ${name}`;
  const at = (index: number) => authorityIds[index % authorityIds.length] ?? "";
  return [
    {
      of, at: calendar.moment(draftedOn, 10),
      act: async () => {
        const actor = coordinatorOf(plan);
        const previousId = follows ? (await planNamed(follows)).id : null;
        const made = must("draft a plan", await draftPlan({ regionId, previousId, name, consultBy: calendar.day(draftedOn + 12), startsOn: calendar.day(startsOn), endsOn: calendar.day(endsOn), actor }));
        if (made.kind !== "made") return;
        const planId = made.id;
        for (const title of new Set(streams.map(({ priority }) => priority))) must("add a priority", await addPriority({ planId, actor, title }));
        for (const [index, one] of streams.entries()) {
          const priority = await db.planPriority.findFirstOrThrow({ where: { planId, title: one.priority }, select: { id: true } });
          must("add a workstream", await addWorkstream({ planId, actor, title: one.title, priorityId: priority.id, sponsorPostId: (await dcsPost(at(index))).id, leadPostId: (await leadPost(at(index + 1))).id }));
          const { id: workstreamId } = await db.workstream.findFirstOrThrow({ where: { planId, title: one.title }, select: { id: true } });
          for (const [turn, text] of one.actions.entries()) {
            const owner = turn === 0 ? await leadPost(at(index + 1)) : await dcsPost(at(index + turn + 2));
            must("add an action", await addAction({ planId, actor, workstreamId, text, ownerPostId: owner.id, doneBy: calendar.day(startsOn + 50 + turn * 90 > endsOn ? endsOn : startsOn + 50 + turn * 90) }));
          }
        }
      },
    },
    { of, at: calendar.moment(draftedOn + 2, 9), act: async () => void must("open it for comments", await openConsultation({ planId: (await planNamed(name)).id, actor: coordinatorOf(plan) })) },
  ];
}

/** Comments that are answered, the directors' meeting that approves it, and its first day. */
export function approved(plan: DraftedPlan, comments: readonly (readonly [text: string, answer: string])[]): Moment[] {
  const { name, calendar, authorityIds, regionId, staff, draftedOn, startsOn } = plan;
  const of = `plan ${name}`;
  const meetingOn = startsOn - 5;
  return [
    {
      of, at: calendar.moment(draftedOn + 8, 11),
      act: async () => {
        const { id: planId } = await planNamed(name);
        for (const [index, [text]] of comments.entries()) must("comment", await makeComment({ planId, text, actor: staff.actor("dcs", authorityIds[index + 3] ?? "", now()) }));
        must("close the consultation", await closeConsultation({ planId, actor: coordinatorOf(plan) }));
        for (const [text, answer] of comments) {
          const { id: commentId } = await db.planComment.findFirstOrThrow({ where: { planId, text }, select: { id: true } });
          must("answer a comment", await answerComment({ planId, commentId, text: answer, actor: coordinatorOf(plan) }));
        }
        const meeting = must("plan a meeting", await planMeeting({ regionId, heldOn: calendar.day(meetingOn), place: "Online", actor: coordinatorOf(plan) }));
        if (meeting.kind !== "made") return;
        must("put it on the agenda", await putOnAgenda({ planId, meetingId: meeting.id, paper: "What each authority gives, and what it gets.", actor: coordinatorOf(plan) }));
        must("send the agenda", await sendAgenda({ meetingId: meeting.id, actor: coordinatorOf(plan) }));
      },
    },
    {
      of, at: calendar.moment(meetingOn, 15),
      act: async () => {
        const { id: planId, meetingId } = await db.plan.findFirstOrThrow({ where: { name }, select: { id: true, meetingId: true } });
        must("approve the plan", await decidePlan({ planId, kind: "approve", reason: "Its priorities are those that every authority named, and each workstream has somebody who leads it.", actor: staff.actor("regional-chair", null, now()) }));
        must("close the meeting", await closeMeeting({ meetingId: meetingId ?? "", actor: coordinatorOf(plan) }));
      },
    },
    { of, at: calendar.moment(startsOn, 9), act: async () => void must("begin the plan", await beginPlan({ planId: (await planNamed(name)).id, actor: coordinatorOf(plan) })) },
    // First actions are done with what shows it, second ones under way; of the third ones every other is accepted.
    {
      of, at: calendar.moment(startsOn + 2, 10),
      act: async () => {
        for (const { id, turn, index, actor } of await actionsOf(name)) {
          if (turn < 2 || index % 2 === 0) must("accept an action", await acceptCommitment({ commitmentId: id, actor: await actor() }));
          if (turn === 1) must("begin an action", await startWork({ commitmentId: id, actor: await actor() }));
        }
      },
    },
  ];
}

/** The lines of the workplans as they were drafted, each with whoever sees to it. */
async function actionsOf(name: string) {
  const streams = await db.workstream.findMany({ where: { plan: { name } }, select: { commitments: { select: { id: true, ownerPostId: true }, where: { workflow: { state: "made" } }, orderBy: { doneBy: "asc" } } }, orderBy: { id: "asc" } });
  return streams.flatMap(({ commitments }, index) => commitments.map(({ id, ownerPostId }, turn) => ({ id, index, turn, actor: () => holderOf(ownerPostId) })));
}

/** How each stands at the end of the first quarter, and what is done by then. */
export function updated(plan: DraftedPlan, on: number): Moment[] {
  const { name, streams, calendar } = plan;
  return [
    {
      of: `plan ${name}`, at: calendar.moment(on, 14),
      act: async () => {
        for (const { title, update, actions } of streams) {
          const { id: workstreamId, leadPostId } = await db.workstream.findFirstOrThrow({ where: { title, plan: { name } }, select: { id: true, leadPostId: true } });
          const first = await db.commitment.findFirst({ where: { workstreamId, text: actions[0] ?? "", workflow: { state: "accepted" } }, select: { id: true, ownerPostId: true } });
          if (first && update?.[0] === "onTrack") must("finish an action", await finishCommitment({ commitmentId: first.id, text: "It is agreed by all fourteen, and published on the region’s pages.", actor: await holderOf(first.ownerPostId) }));
          if (!update) continue;
          const [status, narrative, recovery = ""] = update;
          must("give an update", await giveUpdate({ workstreamId, status, narrative, recovery, recoveryBy: recovery ? calendar.day(on + 60) : "", actor: await holderOf(leadPostId) }));
        }
      },
    },
  ];
}

/** Reviewed before the plan that follows begins. */
export function reviewed(plan: DraftedPlan, on: number, text: string): Moment[] {
  return [{ of: `plan ${plan.name}`, at: plan.calendar.moment(on, 16), act: async () => void must("review the plan", await reviewPlan({ planId: (await planNamed(plan.name)).id, text, actor: coordinatorOf(plan) })) }];
}

/** "2026 to 2028", by the days of a plan. */
export const yearsOf = (calendar: Calendar, startsOn: number, endsOn: number): string => {
  const [first, last] = [calendar.day(startsOn).slice(0, 4), calendar.day(endsOn).slice(0, 4)];
  return first === last ? first : `${first} to ${last}`;
};
