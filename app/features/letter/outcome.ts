import { stale } from "~/features/challenge-record/outcome";
import { refusalWords as recordWords } from "~/features/challenge-record/words";
import { outcomes } from "~/features/step/outcome";
import { refusalWords } from "./words";

/** How an act on a letter or a plan ended, for a page. */
export const outcomeOf = outcomes({
  conflict: "Somebody changed this while the page was open. Nothing was lost: what you wrote is still here. Look at how it stands now, and go on from there.",
  stale: [...stale, "not-now", "other-version", "no-such-point", "no-such-paragraph", "already-final", "no-such-area", "no-such-action"],
  words: (reason) => refusalWords(reason) ?? recordWords(reason),
});
