import { movedOn, outcomes } from "~/features/step/outcome";
import { refusalWords } from "./words";

export const outcomeOf = outcomes({
  conflict: movedOn("the self-assessment"),
  stale: ["no-such-step", "no-such-conflict", "other-version", "not-being-written", "no-such-file"],
  words: refusalWords,
});
