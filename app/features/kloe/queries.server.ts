import { db } from "~/platform/db.server";
import type { Tx } from "~/workflow/process.server";
import type { Line } from "./lines";

/** The key lines of enquiry of an activity, or of one authority in it, in order. The caller knows who may read unshared ones. */
export async function kloesOf(activityId: string, authorityId?: string, tx: Pick<Tx, "kloe"> = db): Promise<readonly Line[]> {
  const rows = await tx.kloe.findMany({
    where: { activityId, ...(authorityId === undefined ? {} : { authorityId }) },
    orderBy: [{ authorityId: "asc" }, { number: "asc" }],
    select: { id: true, authorityId: true, number: true, text: true, sharedAt: true },
  });
  return rows.map(({ sharedAt, ...row }) => ({ ...row, shared: sharedAt !== null }));
}
