import { refusalWords as bookingRefusal } from "~/features/booking/words";
import { refusalWords } from "./words";

/** How an act ended, for a page: done, or the status and the sentence to answer with. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly status: 404 | 409 | 422; readonly message: string; readonly reason: string };

export type Result = { readonly kind: string; readonly reason?: string };

/** Refusals that say the page is an old one, not that something was filled in wrongly. */
const stale: readonly string[] = ["no-such-step", "no-such-record", "no-such-session"];

export function outcomeBy(result: Result, words: (reason: string) => string): Outcome {
  if (result.kind === "conflict") return { ok: false, status: 409, reason: "conflict", message: "Somebody moved this on while the page was open. Nothing was done. Look at how it stands now, and go on from there." };
  if (result.kind !== "refused") return { ok: true };
  const reason = result.reason ?? "";
  return { ok: false, status: reason === "not-your-role" ? 404 : stale.includes(reason) ? 409 : 422, reason, message: words(reason) };
}

/** The same request again counts as done: pressing twice is one act. */
export const outcomeOfEvent = (result: Result): Outcome => outcomeBy(result, refusalWords);
export const outcomeOfBooking = (result: Result): Outcome => outcomeBy(result, bookingRefusal);
