import { valueOf, type FormValues } from "~/ui/form-state";
import { hitName, type Hit } from "./detect";

/** The names of the two fields that belong to one hit. */
export const hitFields = {
  tick: (hit: Hit) => `notAChild.${hitName(hit)}`,
  reason: (hit: Hit) => `notAChildBecause.${hitName(hit)}`,
} as const;

export interface Mark {
  readonly hit: string;
  readonly kind: string;
  readonly reason: string;
}

/** Each different thing found, once: the same words twice are one question. */
export function differentHits(hits: readonly Hit[]): readonly Hit[] {
  return [...new Map(hits.map((hit) => [hitName(hit), hit])).values()];
}

/**
 * What `<ChildDataWarning>` posted: a mark for every hit that was ticked and has a reason, and an error for
 * every other. A tick without a reason, or a reason without a tick, is none.
 */
export function marksPosted(values: FormValues, hits: readonly Hit[]): { readonly marks: readonly Mark[]; readonly errors: Readonly<Record<string, string>> } {
  const form = { values, errors: {} };
  const marks: Mark[] = [];
  const errors: Record<string, string> = {};
  for (const hit of differentHits(hits)) {
    const ticked = valueOf(form, hitFields.tick(hit)) === "yes";
    const reason = valueOf(form, hitFields.reason(hit)).trim();
    if (!ticked) errors[hitFields.tick(hit)] = `Take “${hit.excerpt}” out, or tick that it is not about a child`;
    else if (reason.length < 3) errors[hitFields.reason(hit)] = `Say why “${hit.excerpt}” is not about a child`;
    else marks.push({ hit: hitName(hit), kind: hit.kind, reason: reason.slice(0, 500) });
  }
  return { marks, errors };
}
