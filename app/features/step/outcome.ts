/** What any verb answers: moved, saved, repeated and the like, or one of the two that did nothing. */
type Acted = { readonly kind: string; readonly reason?: string };

/** How an act ended, for a page: done, or the status and the sentence to answer with. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly status: 404 | 409 | 422; readonly message: string; readonly reason: string };

interface Feature {
  /** What somebody reads whose page was an old one. */
  readonly conflict: string;
  /** Refusals that say the same: the page is an old one, nothing was filled in wrongly. */
  readonly stale: readonly string[];
  /** A refusal as a sentence. */
  readonly words: (reason: string) => string;
}

/** What somebody reads who acted on an old page of a record. */
export function movedOn(record: string): string {
  return `Somebody moved ${record} on while this page was open. Nothing was done. Look at how it stands now, and go on from there.`;
}

/**
 * How a feature's acts end. The same request again counts as done, since pressing twice is one act; a step
 * that is not somebody's looks like a page that is not there.
 * @returns a function of the verb's result and, where another feature's refusals may come up, its words for them
 */
export function outcomes({ conflict, stale, words }: Feature) {
  return (result: Acted, ownWords?: (reason: string) => string | undefined): Outcome => {
    if (result.kind === "conflict") return { ok: false, status: 409, reason: "conflict", message: conflict };
    if (result.kind !== "refused") return { ok: true };
    const { reason = "" } = result;
    const status = reason === "not-your-role" ? 404 : stale.includes(reason) ? 409 : 422;
    return { ok: false, status, reason, message: ownWords?.(reason) ?? words(reason) };
  };
}
