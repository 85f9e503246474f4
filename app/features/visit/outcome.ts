import { valueOf, type FormValues } from "~/ui/form-state";
import { kloeRefusal } from "~/features/kloe/lines";
import { refusalWords } from "./refusals";

/** How an act ended, for a page: done, or the status and the sentence to answer with. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly status: 404 | 409 | 422; readonly message: string; readonly reason: string };

type Result =
  | { readonly kind: "moved" | "repeated" | "saved" }
  | { readonly kind: "conflict" }
  | { readonly kind: "refused"; readonly reason: string };

/** Refusals that say the page is an old one, not that something was filled in wrongly. */
const stale: readonly string[] = ["no-such-step", "no-such-conflict", "not-being-written", "no-such-file", "record-begun"];

/** The same request again counts as done: pressing twice is one act. */
export function outcomeOf(result: Result): Outcome {
  if (result.kind === "conflict") {
    return { ok: false, status: 409, reason: "conflict", message: "Somebody moved the visit on while this page was open. Nothing was done. Look at how it stands now, and go on from there." };
  }
  if (result.kind !== "refused") return { ok: true };
  const { reason } = result;
  const status = reason === "not-your-role" ? 404 : stale.includes(reason) ? 409 : 422;
  return { ok: false, status, reason, message: reason.startsWith("kloes:") ? kloeRefusal(reason.slice(6)) : refusalWords(reason) };
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
