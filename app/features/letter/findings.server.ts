import { textsOf } from "~/features/kept-text";
import { db } from "~/platform/db.server";
import type { Tx } from "~/workflow/process.server";
import { letterContent } from "./content";
import type { FindingForLetter } from "./draft";

/** The filed findings of a record that stand, in the order they were begun: what its letter rests on. */
export async function standingFindings(recordId: string, tx: Tx = db): Promise<readonly FindingForLetter[]> {
  const rows = await tx.finding.findMany({
    where: { recordId, filedAt: { not: null }, removedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, theme: true },
  });
  const texts = await textsOf(recordId, { prefix: "finding:", tx });
  return rows.map(({ id, kind, theme }) => ({ id, kind: kind as FindingForLetter["kind"], theme, text: texts[`finding:${id}`]?.value ?? "" }));
}

/**
 * What the final letter told the authority, one for each paragraph that rests on a finding, in the letter's own
 * words: the findings themselves are the team's, and one that no paragraph says was never told.
 */
export async function findingsTold(recordId: string, tx: Tx = db): Promise<readonly FindingForLetter[]> {
  const final = await tx.letterVersion.findFirst({ where: { recordId, kind: "final" }, select: { content: true } });
  if (!final) return [];
  const findings = new Map((await standingFindings(recordId, tx)).map((finding) => [finding.id, finding]));
  return letterContent.parse(final.content).paragraphs.flatMap(({ findingIds, text }) => {
    const [first] = findingIds.flatMap((id) => findings.get(id) ?? []);
    return first ? [{ ...first, text }] : [];
  });
}
