import { visibleTo as eventsVisibleTo } from "~/features/event";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { act, orRefusal, Refusal, withReason, type Acting, type Refused } from "~/workflow/acting.server";
import type { SignedIn } from "~/workflow/actor.server";
import { begin, type FireResult } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import { addParty } from "~/workflow/parties.server";
import { inTransaction } from "~/workflow/transaction.server";
import { dayOf } from "~/workflow/working-days";
import { recommendsIn, regionParties } from "./access.server";
import { decisionEvents, type DecisionKind } from "./words";

/** What every verb takes. */
export interface Act extends Acting {
  readonly recommendationId: string;
}

export interface NewRecommendation {
  readonly regionId: string;
  /** The summit in whose room it is drafted. */
  readonly eventId: string | null;
  readonly title: string;
  readonly text: string;
  readonly theme: string;
  readonly cycleId: string | null;
  readonly actor: SignedIn;
  readonly requestKey?: string | undefined;
}

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Drafts a recommendation: in the room of a summit, by anybody for whom it exists; otherwise by whoever holds a post in the region. The same press drafts one. */
export async function draftRecommendation({ actor, requestKey, ...given }: NewRecommendation): Promise<{ readonly kind: "made"; readonly id: string } | Refused> {
  if (!recommendsIn(actor).includes(given.regionId)) return { kind: "refused", reason: "not-your-role" };
  if (given.eventId !== null) {
    const event = await db.event.findFirst({ where: { AND: [{ id: given.eventId, regionId: given.regionId }, await eventsVisibleTo(actor)] }, select: { id: true } });
    if (!event) return { kind: "refused", reason: "no-such-event" };
  }
  return orRefusal(() => inTransaction(async (tx) => {
    if (requestKey) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${requestKey}, 0))`;
      const known = await tx.recommendation.findUnique({ where: { requestKey }, select: { id: true } });
      if (known) return { kind: "made" as const, id: known.id };
    }
    const id = uuidv7();
    await begin(
      {
        id, machine: "recommendation", regionId: given.regionId, title: `the recommendation “${given.title}”`, actor,
        parties: [...(await regionParties(tx, given.regionId)), { role: "submitter", personId: actor.personId }],
        write: async (inner) => void (await inner.recommendation.create({ data: { id, ...given, submittedById: actor.personId, requestKey: requestKey ?? null, createdAt: now() }, select: { id: true } })),
      },
      tx,
    );
    return { kind: "made" as const, id };
  }));
}

/** Its own submitter, or the coordinator, proposes it to the directors. */
export function proposeRecommendation(given: Act): Promise<FireResult> {
  return act(given.recommendationId, given, "recommendation.propose");
}

export function withdrawRecommendation({ reason, ...given }: Act & { readonly reason: string }): Promise<FireResult> {
  const { payload, text } = withReason(reason);
  return act(given.recommendationId, given, "recommendation.withdraw", { payload, write: async (tx) => void (await tx.recommendation.update({ where: { id: given.recommendationId }, data: { closing: text }, select: { id: true } })) });
}

/** Puts it on the agenda of a meeting of its region, with its paper. */
export function addToAgenda({ meetingId, paper, ...given }: Act & { readonly meetingId: string; readonly paper: string }): Promise<FireResult> {
  return act(given.recommendationId, given, "agenda.add", {
    write: async (tx) => {
      const { regionId } = await tx.recommendation.findUniqueOrThrow({ where: { id: given.recommendationId }, select: { regionId: true } });
      const meeting = await tx.directorsMeeting.findFirst({ where: { id: meetingId, regionId }, select: { id: true } });
      if (!meeting) throw new Refusal("hasMeeting");
      await tx.recommendation.update({ where: { id: given.recommendationId }, data: { meetingId, paper: paper.trim() }, select: { id: true } });
    },
  });
}

export function removeFromAgenda(given: Act): Promise<FireResult> {
  return act(given.recommendationId, given, "agenda.remove", { settle: async (tx) => void (await tx.recommendation.update({ where: { id: given.recommendationId }, data: { meetingId: null }, select: { id: true } })) });
}

export interface Deciding extends Act {
  readonly kind: DecisionKind;
  readonly reason: string;
  /** The words as they are accepted, for "amend". */
  readonly amendedText: string;
  /** ISO day of the next meeting, for "defer"; empty otherwise. */
  readonly deferredTo: string;
}

/** The chair records what the directors decided, with the reason. Each decision stays in the log. */
export function decide({ kind, reason, amendedText, deferredTo, ...given }: Deciding): Promise<FireResult> {
  const { payload, text } = withReason(reason);
  const amended = kind === "amend" ? amendedText.trim() : "";
  const next = kind === "defer" && /^\d{4}-\d{2}-\d{2}$/.test(deferredTo) && deferredTo > dayOf(now()) ? deferredTo : "";
  return act(given.recommendationId, given, decisionEvents[kind], {
    payload: { ...payload, hasAmendment: amended !== "" },
    write: async (tx) => {
      const { meetingId } = await tx.recommendation.update({
        where: { id: given.recommendationId }, data: { ...(amended ? { amendedText: amended } : {}), deferredTo: next ? asDate(next) : null }, select: { meetingId: true },
      });
      if (!meetingId || given.actor.kind !== "person") return;
      await tx.decision.create({ data: { recommendationId: given.recommendationId, meetingId, kind, reason: text, amendedText: amended || null, deferredTo: next ? asDate(next) : null, decidedById: given.actor.personId, at: now() }, select: { id: true } });
    },
  });
}

/** What was accepted gets an owner, by post, and a date; where there is a plan, its workstream. */
export function enterPlan({ ownerPostId, doneBy, workstreamId, ...given }: Act & { readonly ownerPostId: string; readonly doneBy: string; readonly workstreamId?: string | null }): Promise<FireResult> {
  return act(given.recommendationId, given, "plan.enter", {
    write: async (tx) => {
      const { regionId } = await tx.recommendation.findUniqueOrThrow({ where: { id: given.recommendationId }, select: { regionId: true } });
      const post = await tx.post.findFirst({ where: { id: ownerPostId, regionId }, select: { id: true } });
      if (!post) throw new Refusal("hasOwner");
      if (workstreamId && !(await tx.workstream.findFirst({ where: { id: workstreamId, plan: { regionId } }, select: { id: true } }))) throw new Refusal("no-such-workstream");
      await tx.recommendation.update({ where: { id: given.recommendationId }, data: { ownerPostId, doneBy: asDate(doneBy), workstreamId: workstreamId || null }, select: { id: true } });
      await addParty(tx, given.recommendationId, { role: "owner", postId: ownerPostId });
    },
  });
}

/** It is done, with what changed. */
export function completeAction({ evidence, ...given }: Act & { readonly evidence: string }): Promise<FireResult> {
  return act(given.recommendationId, given, "action.complete", {
    payload: { hasEvidence: evidence.trim() !== "" },
    write: async (tx) => void (await tx.recommendation.update({ where: { id: given.recommendationId }, data: { closing: evidence.trim() }, select: { id: true } })),
  });
}
