import { recordsOf, visibleTo } from "~/features/challenge-record";
import { db } from "~/platform/db.server";
import type { SignedIn } from "~/workflow/actor.server";
import type { Head } from "./queries.server";

export interface RecordLink {
  readonly id: string;
  readonly href: string;
  readonly label: string;
}

/** The challenge record of the visit, when it has begun and this person may see it. */
export async function recordsOfVisit(actor: SignedIn, head: Pick<Head, "id" | "presentedAt">): Promise<readonly RecordLink[]> {
  if (head.presentedAt === null) return [];
  const [records, seen] = await Promise.all([recordsOf(head.id), db.challengeRecord.findMany({ where: { AND: [{ activityId: head.id }, visibleTo(actor)] }, select: { id: true } })]);
  const mine = new Set(seen.map(({ id }) => id));
  return records.filter(({ id }) => mine.has(id)).map(({ id, label }) => ({ id, label, href: `/challenge-records/${id}` }));
}
