import { now } from "~/platform/clock.server";
import type { Actor, SignedIn } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";
import { inTransaction } from "~/workflow/transaction.server";
import { noteChange } from "./changes.server";
import { postInLetter, tellJoined, tellLeft, type PostInLetter } from "./letters.server";
import { factsOf, isPostKind } from "./posts";
import { refusedWith, type Registered, type RegisterRefusal } from "./refusals";
import { inForce, mayFill, postsOf } from "./rights.server";

/** A post to be made. Without an authority it is the region's own. */
export interface NewPost {
  readonly kind: string;
  readonly title?: string;
  readonly regionId: string;
  readonly authorityId?: string | null;
}

/** Makes a post, vacant. Refused to all but the region's coordinator, and to a director for their own delegates and authors. */
export function createPost(post: NewPost, actor: Actor | SignedIn): Promise<Registered<{ postId: string }>> {
  return inTransaction(async (tx) => {
    if (!isPostKind(post.kind)) return refusedWith("unknown-kind");
    const place = { kind: post.kind, regionId: post.regionId, authorityId: post.authorityId ?? null };
    if (!mayFill(await postsOf(tx, actor), place)) return refusedWith("not-yours");
    return createInTransaction(tx, post, actor);
  });
}

/** As `createPost`, where the caller has asked whether the actor may and has a transaction. */
export async function createInTransaction(tx: Tx, post: NewPost, actor: Actor | SignedIn): Promise<Registered<{ postId: string }>> {
  const facts = factsOf(post.kind);
  if (!facts) return refusedWith("unknown-kind");
  const authorityId = post.authorityId ?? null;
  if ((facts.level === "authority") !== (authorityId !== null)) return refusedWith("wrong-level");
  const region = await tx.region.findUnique({ where: { id: post.regionId }, select: { id: true } });
  const authority = authorityId === null ? null : await tx.authority.findUnique({ where: { id: authorityId }, select: { regionId: true } });
  if (!region || (authorityId !== null && authority?.regionId !== post.regionId)) return refusedWith("no-such-place");
  const title = post.title?.trim() || facts.label;
  // Two coordinators at once must not make two directors of one authority.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`post ${post.regionId} ${authorityId ?? ""} ${post.kind}`}, 0))::text`;
  const same = await tx.post.findFirst({ where: { kind: post.kind, regionId: post.regionId, authorityId, ...(facts.single ? {} : { title }) }, select: { id: true } });
  if (same) return refusedWith("post-exists");
  const made = await tx.post.create({ data: { kind: post.kind, title, regionId: post.regionId, authorityId }, select: { id: true } });
  await noteChange(tx, actor, "post.created", { postId: made.id, regionId: post.regionId, authorityId });
  return { kind: "done", postId: made.id };
}

/** Somebody to be given a post. */
export interface Appointment {
  readonly postId: string;
  readonly personId: string;
  /** The moment from which it counts; now when left out. */
  readonly from?: Date;
  /** Ends the present holders at that same moment, so that there is neither a gap nor two. */
  readonly handOver?: boolean;
  /** False for an import whose people are told in another way. */
  readonly tell?: boolean;
}

/**
 * Gives somebody a post from a moment on. From that moment everything that waits for the post waits for
 * them, and no longer for whoever held it: holdings are read at every request.
 */
export function appoint(appointment: Appointment, actor: Actor | SignedIn): Promise<Registered<{ holdingId: string }>> {
  return inTransaction(async (tx) => {
    const place = await tx.post.findUnique({ where: { id: appointment.postId }, select: { kind: true, regionId: true, authorityId: true } });
    if (!place) return refusedWith("no-such-post");
    if (!mayFill(await postsOf(tx, actor), place)) return refusedWith("not-yours");
    return appointInTransaction(tx, appointment, actor);
  });
}

/** As `appoint`, where the caller has asked whether the actor may and has a transaction. */
export async function appointInTransaction(tx: Tx, appointment: Appointment, actor: Actor | SignedIn): Promise<Registered<{ holdingId: string }>> {
  const { postId, personId } = appointment;
  const from = appointment.from ?? now();
  // The post's row is the lock on who holds it.
  await tx.$queryRaw`SELECT id FROM post WHERE id = ${postId}::uuid FOR UPDATE`;
  const post = await tx.post.findUnique({
    where: { id: postId },
    select: {
      ...postInLetter,
      holdings: { where: { OR: [{ to: null }, { to: { gt: from } }] }, select: { id: true, from: true, to: true, person: { select: { id: true, name: true, email: true } } } },
    },
  });
  const person = await tx.person.findUnique({ where: { id: personId }, select: { id: true, name: true, email: true, leftAt: true } });
  if (!post) return refusedWith("no-such-post");
  if (!person) return refusedWith("no-such-person");
  if (person.leftAt) return refusedWith("has-left");
  if (post.holdings.some((holding) => holding.person.id === personId)) return refusedWith("already-holds");
  if (appointment.handOver) {
    for (const holding of post.holdings) {
      const refused = await endInTransaction(tx, { holding: { ...holding, post }, to: from, actor, replaced: true });
      if (refused) return refusedWith(refused);
    }
  } else if (factsOf(post.kind)?.single && post.holdings.length > 0) return refusedWith("post-held");
  const { id: holdingId } = await tx.holding.create({ data: { postId, personId, from }, select: { id: true } });
  await noteChange(tx, actor, "holding.begun", { holdingId, postId, personId });
  if (appointment.tell !== false) await tellJoined(tx, { holdingId, post, person, day: from, actor });
  return { kind: "done", holdingId };
}

/** Ends a holding, now or at a later moment. Whoever holds nothing any more is signed out at once. */
export function endHolding(holdingId: string, actor: Actor | SignedIn, to?: Date): Promise<Registered> {
  return inTransaction(async (tx) => {
    const found = await tx.holding.findUnique({
      where: { id: holdingId },
      select: { id: true, from: true, to: true, post: { select: postInLetter }, person: { select: { id: true, name: true, email: true } } },
    });
    if (!found) return refusedWith("no-such-holding");
    if (!mayFill(await postsOf(tx, actor), found.post)) return refusedWith("not-yours");
    await tx.$queryRaw`SELECT id FROM post WHERE id = ${found.post.id}::uuid FOR UPDATE`;
    const refused = await endInTransaction(tx, { holding: found, to: to ?? now(), actor });
    return refused ? refusedWith(refused) : { kind: "done" };
  });
}

interface Ending {
  readonly holding: {
    readonly id: string;
    readonly from: Date;
    readonly to: Date | null;
    readonly post: PostInLetter;
    readonly person: { readonly id: string; readonly name: string; readonly email: string };
  };
  readonly to: Date;
  readonly actor: Actor | SignedIn;
  /** Somebody else takes the post up at that moment. */
  readonly replaced?: boolean;
}

/** Ends one holding in the caller's transaction, which holds the post's lock or the person's. Returns why not, or null. */
export async function endInTransaction(tx: Tx, { holding, to, actor, replaced }: Ending): Promise<RegisterRefusal | null> {
  if (holding.to && holding.to <= to) return "ended-already";
  if (to < holding.from) return "ends-before-it-begins";
  if (holding.post.kind === "sli-coordinator" && !replaced && !(await isCoordinatedWithout(tx, holding, to))) return "last-coordinator";
  await tx.holding.update({ where: { id: holding.id }, data: { to } });
  await noteChange(tx, actor, "holding.ended", { holdingId: holding.id, postId: holding.post.id, personId: holding.person.id });
  await tellLeft(tx, { holdingId: holding.id, post: holding.post, person: holding.person, day: to, actor });
  if (to <= now() && (await tx.holding.count({ where: { personId: holding.person.id, ...inForce(now()) } })) === 0) {
    await tx.session.deleteMany({ where: { userId: holding.person.id } });
  }
  return null;
}

/** A region without a coordinator could appoint nobody any more. */
async function isCoordinatedWithout(tx: Tx, holding: Ending["holding"], moment: Date): Promise<boolean> {
  const others = await tx.holding.count({
    where: { id: { not: holding.id }, ...inForce(moment), post: { kind: "sli-coordinator", regionId: holding.post.regionId }, person: { leftAt: null } },
  });
  return others > 0;
}

