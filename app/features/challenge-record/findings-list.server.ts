import { uncheckedOf } from "~/features/child-data";
import { openConflicts, textsOf } from "~/features/kept-text";
import { db } from "~/platform/db.server";
import { textKey, type FindingView } from "./findings";
import { FINDING_KINDS, type EvidenceKind, type FindingKind } from "./words";

/** Every finding of a record, drafts and those taken out included: for the team only. In the order they were begun. */
export async function allFindings(recordId: string): Promise<readonly FindingView[]> {
  const [rows, texts, conflicts] = await Promise.all([
    db.finding.findMany({ where: { recordId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], include: { kloe: { select: { id: true, number: true, text: true } } } }),
    textsOf(recordId, { prefix: textKey("") }),
    openConflicts(recordId, { prefix: textKey("") }),
  ]);
  const unchecked = await uncheckedOf(recordId, Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.value])));
  const people = await db.person.findMany({ where: { id: { in: rows.flatMap((row) => [row.authorId, row.removedBy ?? row.authorId]) } }, select: { id: true, name: true } });
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? "somebody";
  return rows.map((row) => {
    const key = textKey(row.id);
    const text = texts[key];
    return {
      id: row.id,
      author: { id: row.authorId, name: nameOf(row.authorId) },
      kind: row.kind as FindingKind,
      theme: row.theme,
      evidence: row.evidence as readonly EvidenceKind[],
      kloe: row.kloe,
      noNames: row.noNames,
      text: text?.value ?? "",
      textRevision: text?.revision ?? 0,
      revision: row.revision,
      savedAt: text?.at ?? null,
      savedBy: text?.by ?? null,
      filedAt: row.filedAt?.toISOString() ?? null,
      removedAt: row.removedAt?.toISOString() ?? null,
      removedBy: row.removedBy ? nameOf(row.removedBy) : null,
      conflicts: conflicts.filter((conflict) => conflict.key === key).length,
      unchecked: unchecked[key]?.length ?? 0,
    };
  });
}

/** The filed findings that stand: what the letter is written from. For the team only. */
export async function findingsOf(recordId: string): Promise<readonly FindingView[]> {
  return (await allFindings(recordId)).filter((finding) => finding.filedAt !== null && finding.removedAt === null);
}

/** How many filed findings stand, by kind and by theme: what anybody who sees the record may know. */
export async function countsOf(recordId: string): Promise<{ readonly byKind: Readonly<Record<FindingKind, number>>; readonly byTheme: readonly { readonly theme: string; readonly count: number }[] }> {
  const rows = await db.finding.groupBy({ by: ["kind", "theme"], where: { recordId, filedAt: { not: null }, removedAt: null }, _count: { _all: true } });
  const byTheme = new Map<string, number>();
  for (const row of rows) byTheme.set(row.theme, (byTheme.get(row.theme) ?? 0) + row._count._all);
  return {
    byKind: Object.fromEntries(FINDING_KINDS.map((kind) => [kind, rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + row._count._all, 0)])) as Record<FindingKind, number>,
    byTheme: [...byTheme].map(([theme, count]) => ({ theme, count })).sort((one, other) => other.count - one.count || one.theme.localeCompare(other.theme)),
  };
}
