import { noteRegionChange } from "~/features/people";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma-client/client";
import type { SignedIn } from "~/workflow/actor.server";
import { inTransaction } from "~/workflow/transaction.server";
import { readRegionSettings, regionSettings, type RegionSettings } from "./settings";

/** A region with its settings for whoever keeps them, or null. */
export async function regionForKeeper(signedIn: SignedIn, regionId: string) {
  if (!keeps(signedIn, regionId)) return null;
  const region = await db.region.findUnique({ where: { id: regionId }, select: { id: true, name: true, codeGss: true, settings: true, _count: { select: { authorities: true } } } });
  if (!region) return null;
  const { settings, _count, ...facts } = region;
  return { ...facts, authorities: _count.authorities, settings: readRegionSettings(settings) };
}

/**
 * Keeps a region's settings. They are copied into rounds made from now on; a round that exists has its
 * own copy and stays as it is. Refused to all but the region's coordinator.
 */
export function changeRegionSettings(regionId: string, settings: RegionSettings, actor: SignedIn): Promise<{ kind: "done" } | { kind: "refused"; reason: "not-yours" }> {
  return inTransaction(async (tx) => {
    if (!keeps(actor, regionId)) return { kind: "refused", reason: "not-yours" };
    const before = await tx.region.findUnique({ where: { id: regionId }, select: { settings: true } });
    if (!before) return { kind: "refused", reason: "not-yours" };
    const earlier = readRegionSettings(before.settings);
    const next = regionSettings.parse(settings);
    const changed = (Object.keys(next) as (keyof RegionSettings)[]).filter((key) => JSON.stringify(next[key]) !== JSON.stringify(earlier[key]));
    await tx.region.update({ where: { id: regionId }, data: { settings: next satisfies Prisma.InputJsonValue } });
    if (changed.length > 0) await noteRegionChange(tx, actor, regionId, changed);
    return { kind: "done" };
  });
}

function keeps(signedIn: SignedIn, regionId: string): boolean {
  return signedIn.holdings.some((post) => post.kind === "sli-coordinator" && post.regionId === regionId);
}
