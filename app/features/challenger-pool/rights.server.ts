import { now } from "~/platform/clock.server";
import { Refusal, personOf } from "~/workflow/acting.server";
import type { Actor } from "~/workflow/actor.server";
import type { Tx } from "~/workflow/process.server";

/** Throws a refusal unless the actor coordinates the region now. */
export async function keepsPool(tx: Tx, actor: Actor, regionId: string): Promise<void> {
  const moment = now();
  const held = await tx.holding.count({
    where: { personId: personOf(actor), from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], post: { regionId, authorityId: null, kind: "sli-coordinator" } },
  });
  if (held === 0) throw new Refusal("not-your-role");
}

/** Throws a refusal unless the person holds a post in the region today, or has completed one of its leadership programmes: people of adult services hold none. */
export async function ofRegion(tx: Tx, regionId: string, personId: string): Promise<void> {
  const moment = now();
  const held = await tx.holding.count({ where: { personId, person: { leftAt: null }, from: { lte: moment }, OR: [{ to: null }, { to: { gt: moment } }], post: { regionId } } });
  if (held > 0) return;
  const alumni = await tx.nomination.count({ where: { personId, person: { leftAt: null }, cohort: { regionId }, workflow: { state: "completed" } } });
  if (alumni === 0) throw new Refusal("not-of-this-region");
}
