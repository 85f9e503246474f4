import { EVIDENCE_KINDS, FINDING_KINDS, type EvidenceKind, type FindingKind } from "./words";

/** What stands beside a finding's words. */
export interface FindingMeta {
  readonly kind: FindingKind;
  /** Empty until chosen. */
  readonly theme: string;
  readonly evidence: readonly EvidenceKind[];
  readonly kloeId: string | null;
  readonly noNames: boolean;
}

export type MetaField = keyof FindingMeta;

const fields: readonly MetaField[] = ["kind", "theme", "evidence", "kloeId", "noNames"];
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Three versions put together field by field: what the page began with, what is stored by now, and what was
 * posted. A field that only one side changed has that side's value; one that both changed keeps the stored
 * value and is told of, so that nobody's choice is overwritten unseen.
 */
export function mergeMeta({ was, stored, posted }: { readonly was: FindingMeta; readonly stored: FindingMeta; readonly posted: FindingMeta }): { readonly meta: FindingMeta; readonly clashes: readonly MetaField[] } {
  const merged: Record<string, unknown> = { ...stored };
  const clashes: MetaField[] = [];
  for (const field of fields) {
    if (same(posted[field], was[field]) || same(posted[field], stored[field])) continue;
    if (same(stored[field], was[field])) merged[field] = posted[field];
    else clashes.push(field);
  }
  return { meta: merged as unknown as FindingMeta, clashes };
}

/** As a hidden field carries it. */
export function writeMeta({ kind, theme, evidence, kloeId, noNames }: FindingMeta): string {
  return JSON.stringify([kind, theme, evidence, kloeId, noNames]);
}

/** Reads it back; anything that is not what `writeMeta` wrote gives nothing. */
export function readMeta(text: string): FindingMeta | null {
  try {
    const [kind, theme, evidence, kloeId, noNames] = JSON.parse(text) as readonly unknown[];
    if (!isKind(kind) || typeof theme !== "string" || !Array.isArray(evidence) || typeof noNames !== "boolean") return null;
    return { kind, theme, evidence: evidence.filter(isEvidence), kloeId: typeof kloeId === "string" ? kloeId : null, noNames };
  } catch {
    return null;
  }
}

export function isKind(value: unknown): value is FindingKind {
  return (FINDING_KINDS as readonly unknown[]).includes(value);
}

export function isEvidence(value: unknown): value is EvidenceKind {
  return (EVIDENCE_KINDS as readonly unknown[]).includes(value);
}

/** What a finding still lacks before it can be filed, as reasons of `refusalWords`, by the form's field. */
export function lacking({ theme, evidence, noNames }: Pick<FindingMeta, "theme" | "evidence" | "noNames">, text: string): Readonly<Record<string, string>> {
  return {
    ...(text.trim() === "" ? { text: "no-text" } : {}),
    ...(theme === "" ? { theme: "no-theme" } : {}),
    ...(evidence.length === 0 ? { evidence: "no-evidence" } : {}),
    ...(noNames ? {} : { noNames: "no-names-tick" }),
  };
}
