import { textsOf } from "~/features/kept-text";
import type { Tx } from "~/workflow/process.server";
import type { FindingForLetter } from "./draft";

/** The filed findings of a record that stand, in the order they were begun: what its letter rests on. */
export async function standingFindings(tx: Tx, recordId: string): Promise<readonly FindingForLetter[]> {
  const rows = await tx.finding.findMany({
    where: { recordId, filedAt: { not: null }, removedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, theme: true },
  });
  const texts = await textsOf(recordId, { prefix: "finding:", tx });
  return rows.map(({ id, kind, theme }) => ({ id, kind: kind as FindingForLetter["kind"], theme, text: texts[`finding:${id}`]?.value ?? "" }));
}
