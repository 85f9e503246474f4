import { childDataIn } from "~/features/child-data";
import { now } from "~/platform/clock.server";
import type { Tx } from "~/workflow/process.server";

export type KloesSet =
  | { readonly kind: "saved"; readonly kloes: number }
  /** "none", "too-many", "child-data" or "already-shared". */
  | { readonly kind: "refused"; readonly reason: string };

/**
 * Makes these the authority's key lines of enquiry in an activity, in order. A line keeps its number's row, so
 * that findings linked to it stay linked. Inside the caller's transaction, who has asked who may.
 * @param atMost the region's setting (kloesAtMost)
 * @param afterSharing whether shared lines may still be changed: their readers are then to be told by the caller
 */
export async function setKloes(
  tx: Tx,
  { activityId, authorityId, texts, atMost, afterSharing = false }: { activityId: string; authorityId: string; texts: readonly string[]; atMost: number; afterSharing?: boolean },
): Promise<KloesSet> {
  const lines = texts.map((text) => text.trim()).filter((text) => text !== "");
  if (lines.length === 0) return { kind: "refused", reason: "none" };
  if (lines.length > atMost) return { kind: "refused", reason: "too-many" };
  if (lines.some((line) => childDataIn(line).length > 0)) return { kind: "refused", reason: "child-data" };
  const before = await tx.$queryRaw<{ id: string; number: number; shared: boolean }[]>`
    SELECT id, number, shared_at IS NOT NULL AS shared FROM kloe
     WHERE activity_id = ${activityId}::uuid AND authority_id = ${authorityId} ORDER BY number FOR UPDATE`;
  const shared = before.some((line) => line.shared);
  if (shared && !afterSharing) return { kind: "refused", reason: "already-shared" };
  for (const [index, text] of lines.entries()) {
    await tx.kloe.upsert({
      where: { activityId_authorityId_number: { activityId, authorityId, number: index + 1 } },
      create: { activityId, authorityId, number: index + 1, text, sharedAt: shared ? now() : null },
      update: { text },
      select: { id: true },
    });
  }
  await tx.kloe.deleteMany({ where: { activityId, authorityId, number: { gt: lines.length } } });
  return { kind: "saved", kloes: lines.length };
}

/** Lets the other members read an authority's lines from now. Done again it changes nothing. Answers how many there are. */
export async function shareKloes(tx: Tx, { activityId, authorityId }: { activityId: string; authorityId: string }): Promise<number> {
  await tx.kloe.updateMany({ where: { activityId, authorityId, sharedAt: null }, data: { sharedAt: now() } });
  return tx.kloe.count({ where: { activityId, authorityId } });
}
