import { now } from "~/platform/clock.server";
import type { Actor, SignedIn } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";
import { directorAppoints } from "./posts";

/** Where a post belongs, as far as rights go. */
export interface PostPlace {
  readonly kind: string;
  readonly regionId: string;
  readonly authorityId: string | null;
}

/** A holding in force at a moment. */
export const inForce = (moment: Date) => ({ from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }] });

/** The posts that an actor holds at this moment, read inside the transaction that relies on them. Null for the system, which may everything. */
export async function postsOf(tx: Tx, actor: Actor | SignedIn): Promise<readonly PostPlace[] | null> {
  if (actor.kind === "system") return null;
  const holdings = await tx.holding.findMany({
    where: { personId: actor.personId, ...inForce(now()), person: { leftAt: null } },
    select: { post: { select: { kind: true, regionId: true, authorityId: true } } },
  });
  return holdings.map((holding) => holding.post);
}

/** Whether somebody with these posts keeps the region's register: its coordinator, or the system. */
export function keepsRegister(held: readonly PostPlace[] | null, regionId: string): boolean {
  return held === null || held.some((post) => post.kind === "sli-coordinator" && post.regionId === regionId);
}

/**
 * Whether somebody with these posts may fill or clear a post: the region's coordinator may every one,
 * a director their own delegates and section authors.
 */
export function mayFill(held: readonly PostPlace[] | null, post: PostPlace): boolean {
  if (keepsRegister(held, post.regionId)) return true;
  const directorMay = (directorAppoints as readonly string[]).includes(post.kind);
  return directorMay && post.authorityId !== null && (held ?? []).some((own) => own.kind === "dcs" && own.authorityId === post.authorityId);
}
