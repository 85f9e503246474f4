import { now } from "~/platform/clock.server";
import type { Prisma } from "~/platform/prisma-client/client";
import { personOf, Refusal } from "~/workflow/acting.server";
import type { Actor, SignedIn } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";

/** Posts that follow what a region's directors decide. */
const FOLLOWS: readonly string[] = ["sli-coordinator", "regional-chair", "steering-member", "dcs", "dcs-delegate", "assistant-director"];
/** Posts of a region that see also what is only drafted. */
const RUNS: readonly string[] = ["sli-coordinator", "regional-chair"];
/** Posts that see only what is shared with them by name: they recommend nothing. */
const ASIDE: readonly string[] = ["region-observer", "evaluator"];

const regionsOf = (actor: SignedIn, kinds: readonly string[]) => [...new Set(actor.holdings.filter(({ kind }) => kinds.includes(kind)).map(({ regionId }) => regionId))];

export const followsIn = (actor: SignedIn) => regionsOf(actor, FOLLOWS);
export const coordinatesIn = (actor: SignedIn) => regionsOf(actor, ["sli-coordinator"]);
/** Regions in which this person may recommend something. */
export const recommendsIn = (actor: SignedIn) => [...new Set(actor.holdings.filter(({ kind }) => !ASIDE.includes(kind)).map(({ regionId }) => regionId))];

/**
 * Every recommendation that exists for this person: their own drafts and what they own, everything of a
 * region that they coordinate or chair, and for its directors and their people what has been proposed.
 */
export function visibleTo(actor: SignedIn): Prisma.RecommendationWhereInput {
  return {
    OR: [
      { submittedById: actor.personId },
      { ownerPostId: { in: actor.holdings.map(({ postId }) => postId) } },
      { regionId: { in: regionsOf(actor, RUNS) } },
      { regionId: { in: followsIn(actor) }, workflow: { state: { notIn: ["drafted", "withdrawn"] } } },
    ],
  };
}

/** Every directors' meeting that exists for this person: directors see it once its agenda has been sent. */
export function meetingsVisibleTo(actor: SignedIn): Prisma.DirectorsMeetingWhereInput {
  return { OR: [{ regionId: { in: regionsOf(actor, RUNS) } }, { regionId: { in: followsIn(actor) }, workflow: { OR: [{ state: { not: "planned" } }, { events: { some: { event: "agenda.send" } } }] } }] };
}

/** Whether somebody holds one of the posts in a region now, inside a transaction. */
export async function holds(tx: Tx, personId: string, regionId: string, kinds: readonly string[]): Promise<boolean> {
  const moment = now();
  const post = await tx.post.findFirst({ where: { regionId, kind: { in: [...kinds] }, holdings: { some: { personId, from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], person: { leftAt: null } } } }, select: { id: true } });
  return post !== null;
}

/** The region's posts that coordinate and that chair. Refused unless the actor holds one that coordinates. */
export async function coordinating(tx: Tx, actor: Actor, regionId: string): Promise<void> {
  if (!(await holds(tx, personOf(actor), regionId, ["sli-coordinator"]))) throw new Refusal("not-your-role");
}

/** Who coordinates and chairs a region, as parties of its records. */
export async function regionParties(tx: Tx, regionId: string): Promise<{ readonly role: string; readonly postId: string }[]> {
  const posts = await tx.post.findMany({ where: { regionId, authorityId: null, kind: { in: ["sli-coordinator", "regional-chair"] } }, select: { id: true, kind: true } });
  return posts.map(({ id, kind }) => ({ role: kind === "sli-coordinator" ? "coordinator" : "chair", postId: id }));
}
