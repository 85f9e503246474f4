import { outcomeOf as outcomeOfRecord, type Outcome } from "~/features/challenge-record/outcome";
import { refusalWords } from "./words";

export { pressOf } from "~/features/challenge-record/outcome";

/** Refusals that say the page is an old one, not that something was filled in wrongly. */
const stale: readonly string[] = ["not-now", "other-version", "no-such-point", "no-such-paragraph", "already-final", "no-such-area", "no-such-action"];

/**
 * How an act on a letter or a plan ended, for a page. The same request again counts as done.
 * @param wordsOf a feature's own words for its own refusals
 */
export function outcomeOf(result: Parameters<typeof outcomeOfRecord>[0], wordsOf: (reason: string) => string | undefined = refusalWords): Outcome {
  if (result.kind === "conflict") {
    return { ok: false, status: 409, message: "Somebody changed this while the page was open. Nothing was lost: what you wrote is still here. Look at how it stands now, and go on from there." };
  }
  const outcome = outcomeOfRecord(result, wordsOf);
  return !outcome.ok && result.kind === "refused" && stale.includes(result.reason) ? { ...outcome, status: 409 } : outcome;
}
