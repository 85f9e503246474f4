import { valueOf, valuesOf, type FormState, type FormValues } from "~/ui/form-state";
import type { FindingView } from "./findings";
import { isEvidence, isKind, lacking, readMeta, writeMeta, type FindingMeta, type MetaField } from "./meta";
import { findingKindLabels, refusalWords } from "./words";

/** A finding's form as it is filled when its page opens. */
export function findingValues(finding: Pick<FindingView, "text" | "kind" | "theme" | "evidence" | "kloe" | "noNames">): FormValues {
  return { text: finding.text, kind: finding.kind, theme: finding.theme, evidence: finding.evidence, kloeId: finding.kloe?.id ?? "", noNames: finding.noNames ? "yes" : "" };
}

/** The hidden fields that say on what the page was written. */
export function findingBase(finding: Pick<FindingView, "textRevision" | "kind" | "theme" | "evidence" | "kloe" | "noNames">): Readonly<Record<string, string>> {
  return { textRevision: String(finding.textRevision), was: writeMeta({ ...finding, kloeId: finding.kloe?.id ?? null }) };
}

export interface FindingPosted {
  readonly text: string;
  readonly textRevision: number;
  readonly was: FindingMeta;
  readonly meta: FindingMeta;
}

/** What was posted. A page without its hidden fields (an old one, or no page at all) counts as written on nothing. */
export function findingPosted(values: FormValues): FindingPosted {
  const form = { values, errors: {} };
  const kind = valueOf(form, "kind");
  const revision = valueOf(form, "textRevision");
  const was = readMeta(valueOf(form, "was"));
  const meta: FindingMeta = {
    kind: isKind(kind) ? kind : (was?.kind ?? "strength"),
    theme: valueOf(form, "theme"),
    evidence: valuesOf(form, "evidence").filter(isEvidence),
    kloeId: valueOf(form, "kloeId") || null,
    noNames: valueOf(form, "noNames") === "yes",
  };
  return { text: valueOf(form, "text"), textRevision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0, was: was ?? meta, meta };
}

/** What is missing before it can be filed, beside its field. */
export function lackingErrors({ meta, text }: FindingPosted): FormState["errors"] {
  return Object.fromEntries(Object.entries(lacking(meta, text)).map(([field, reason]) => [field, refusalWords(reason)]));
}

/** Says that somebody else chose differently meanwhile, and what stands now. */
export function clashErrors(clashes: readonly MetaField[], meta: FindingMeta): FormState["errors"] {
  const now: Readonly<Record<MetaField, string>> = {
    kind: `“${findingKindLabels[meta.kind]}”`, theme: `“${meta.theme}”`, evidence: "something else", kloeId: "another line of enquiry", noNames: "something else",
  };
  return Object.fromEntries(clashes.map((field) => [field, `Somebody else changed this while you wrote: it now says ${now[field]}. Choose again if you disagree`]));
}
