import { valueOf, type FormValues } from "~/ui/form-state";
import { refusalWords } from "./words";

/** How an act ended, for a page: done, or the status and the sentence to answer with. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly status: 404 | 409 | 422; readonly message: string };

type Result =
  | { readonly kind: "moved" | "repeated" | "saved" }
  | { readonly kind: "conflict" }
  | { readonly kind: "refused"; readonly reason: string };

/** Refusals that say the page is an old one, not that something was filled in wrongly. */
const stale: readonly string[] = ["no-such-step", "no-such-record", "no-such-conflict", "not-being-filed", "finding-removed", "finding-not-removed", "no-such-finding"];

/**
 * The same request again counts as done: pressing twice is one act.
 * @param wordsOf another feature's own words for its own refusals
 */
export function outcomeOf(result: Result, wordsOf: (reason: string) => string | undefined = () => undefined): Outcome {
  if (result.kind === "conflict") {
    return { ok: false, status: 409, message: "Somebody moved the record on while this page was open. Nothing was done. Look at how it stands now, and go on from there." };
  }
  if (result.kind !== "refused") return { ok: true };
  const status = result.reason === "not-your-role" ? 404 : stale.includes(result.reason) ? 409 : 422;
  return { ok: false, status, message: wordsOf(result.reason) ?? refusalWords(result.reason) };
}

/** What a form carries so that a stale page is noticed and a double press is one act. */
export function pressOf(values: FormValues): { expectedRevision?: number; requestKey?: string } {
  const form = { values, errors: {} };
  const revision = valueOf(form, "revision");
  const requestKey = valueOf(form, "requestKey");
  return {
    ...(/^\d{1,9}$/.test(revision) ? { expectedRevision: Number(revision) } : {}),
    ...(/^[\w-]{8,80}$/.test(requestKey) ? { requestKey } : {}),
  };
}
