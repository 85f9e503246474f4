import { visibleTo as eventsVisibleTo } from "~/features/event";
import { regionParties, visibleTo as recommendationsVisibleTo } from "~/features/summit";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db.server";
import { act, orRefusal, personOf, Refusal, withReason, type Acting, type Refused } from "~/workflow/acting.server";
import type { Actor, SignedIn } from "~/workflow/actor.server";
import { begin, fireWithin, type FireResult } from "~/workflow/fire.server";
import { uuidv7 } from "~/workflow/identifier.server";
import { addParty, endParty } from "~/workflow/parties.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import { dayOf } from "~/workflow/working-days";
import type { NoteKind } from "./words";

/** What every verb takes. */
export interface Act extends Acting {
  readonly commitmentId: string;
}

export interface NewCommitment {
  readonly regionId: string;
  readonly eventId: string | null;
  readonly recommendationId: string | null;
  readonly text: string;
  /** The post that sees to it. */
  readonly ownerPostId: string;
  /** ISO day. */
  readonly doneBy: string;
  readonly actor: SignedIn;
  readonly requestKey?: string | undefined;
}

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Makes a commitment. Whoever is to see to it is asked to accept; who takes it on themselves has accepted with it. The same press makes one. */
export async function makeCommitment({ actor, requestKey, ...given }: NewCommitment): Promise<{ readonly kind: "made"; readonly id: string } | Refused> {
  const { regionId, eventId, recommendationId } = given;
  if (!actor.holdings.some((post) => post.regionId === regionId)) return { kind: "refused", reason: "not-your-role" };
  if (eventId !== null && !(await db.event.findFirst({ where: { AND: [{ id: eventId, regionId }, await eventsVisibleTo(actor)] }, select: { id: true } }))) return { kind: "refused", reason: "no-such-event" };
  if (recommendationId !== null && !(await db.recommendation.findFirst({ where: { AND: [{ id: recommendationId, regionId }, recommendationsVisibleTo(actor)] }, select: { id: true } }))) return { kind: "refused", reason: "no-such-recommendation" };
  return orRefusal(() => inTransaction(async (tx) => {
    if (requestKey) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${requestKey}, 0))`;
      const known = await tx.commitment.findUnique({ where: { requestKey }, select: { id: true } });
      if (known) return { kind: "made" as const, id: known.id };
    }
    const id = await makeWithin(tx, { ...given, workstreamId: null, actor, requestKey });
    return { kind: "made" as const, id };
  }));
}

export interface Undertaking extends Pick<Acting, "requestKey"> {
  readonly regionId: string;
  readonly eventId: string | null;
  readonly recommendationId: string | null;
  /** The workstream of the plan whose workplan it is a line of. */
  readonly workstreamId: string | null;
  readonly text: string;
  readonly ownerPostId: string;
  readonly doneBy: string;
  readonly actor: Actor;
}

/** Makes a commitment within a transaction, for whoever may. Throws a Refusal: "no-such-owner", "day-passed". */
export async function makeWithin(tx: Tx, { actor, requestKey, ...given }: Undertaking): Promise<string> {
  const madeById = personOf(actor);
  if (!(await mayOwn(tx, given.ownerPostId, given.regionId))) throw new Refusal("no-such-owner");
  // A line of a workplan may be of a day that passed while the plan waited to begin: it is late at once, and says so.
  if (given.workstreamId === null && given.doneBy <= dayOf(now())) throw new Refusal("day-passed");
  const id = uuidv7();
  const title = `the commitment “${given.text.length > 60 ? `${given.text.slice(0, 59)}…` : given.text}”`;
  const parties = (await regionParties(tx, given.regionId)).filter(({ role }) => role === "coordinator");
  await begin(
    {
      id, machine: "commitment", regionId: given.regionId, title, actor, parties: [...parties, { role: "maker", personId: madeById }, { role: "owner", postId: given.ownerPostId }],
      write: async (inner) => void (await inner.commitment.create({ data: { ...given, id, madeById, doneBy: asDate(given.doneBy), requestKey: requestKey ?? null, createdAt: now() }, select: { id: true } })),
    },
    tx,
  );
  const fired = await fireWithin(tx, { workflowId: id, event: (await holdsPost(tx, madeById, given.ownerPostId)) ? "commitment.undertake" : "commitment.make", actor });
  if (fired.kind === "refused") throw new Refusal(fired.reason);
  return id;
}

async function holdsPost(tx: Tx, personId: string, postId: string): Promise<boolean> {
  const moment = now();
  return (await tx.holding.count({ where: { personId, postId, from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] } })) > 0;
}

/** A post of the region that somebody holds. */
async function mayOwn(tx: Tx, postId: string, regionId: string): Promise<boolean> {
  const moment = now();
  return (await tx.holding.count({ where: { postId, from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], post: { regionId }, person: { leftAt: null } } })) > 0;
}

export function acceptCommitment(given: Act): Promise<FireResult> {
  return act(given.commitmentId, given, "commitment.accept");
}

/** Not for the post that is named. Every reason stays: the next who is named may decline as well. */
export function declineCommitment({ text, ...given }: Act & { readonly text: string }): Promise<FireResult> {
  const { payload, text: reason } = withReason(text);
  return act(given.commitmentId, given, "commitment.decline", { payload, write: noting(given.commitmentId, "declined", reason) });
}

export function withdrawCommitment({ text, ...given }: Act & { readonly text: string }): Promise<FireResult> {
  const { payload, text: reason } = withReason(text);
  return act(given.commitmentId, given, "commitment.withdraw", { payload, write: closing(given.commitmentId, reason) });
}

const noting = (commitmentId: string, kind: NoteKind, text: string) => async (tx: Tx): Promise<void> => void (await tx.commitmentNote.create({ data: { commitmentId, kind, text, at: now() }, select: { id: true } }));
const closing = (id: string, text: string) => async (tx: Tx): Promise<void> => void (await tx.commitment.update({ where: { id }, data: { closing: text }, select: { id: true } }));

/** Names another post to see to it; whoever holds it is asked to accept. */
export function changeOwner({ ownerPostId, ...given }: Act & { readonly ownerPostId: string }): Promise<FireResult> {
  return act(given.commitmentId, given, "owner.change", {
    payload: { hasNewOwner: ownerPostId !== "" },
    write: async (tx) => {
      const was = await tx.commitment.findUniqueOrThrow({ where: { id: given.commitmentId }, select: { ownerPostId: true, regionId: true } });
      if (ownerPostId === was.ownerPostId || !(await mayOwn(tx, ownerPostId, was.regionId))) throw new Refusal("no-such-owner");
      await tx.commitment.update({ where: { id: given.commitmentId }, data: { ownerPostId }, select: { id: true } });
      await endParty(tx, given.commitmentId, { role: "owner", postId: was.ownerPostId });
      await addParty(tx, given.commitmentId, { role: "owner", postId: ownerPostId });
    },
  });
}

/** The coordinator asks how it stands. */
export function remindOwner(given: Act): Promise<FireResult> {
  return act(given.commitmentId, given, "reminder.send");
}

export function startWork(given: Act): Promise<FireResult> {
  return act(given.commitmentId, given, "work.start");
}

/** How it goes. */
export function noteProgress({ text, ...given }: Act & { readonly text: string }): Promise<FireResult> {
  return act(given.commitmentId, given, "progress.note", {
    payload: { hasText: text.trim() !== "" },
    write: noting(given.commitmentId, "progress", text.trim()),
  });
}

/** It is done, with what shows it. */
export function finishCommitment({ text, ...given }: Act & { readonly text: string }): Promise<FireResult> {
  return act(given.commitmentId, given, "commitment.finish", {
    payload: { hasEvidence: text.trim() !== "" },
    write: closing(given.commitmentId, text.trim()),
  });
}
