import { kloeRefusal } from "~/features/kloe/lines";
import { movedOn, outcomes } from "~/features/step/outcome";
import { refusalWords } from "./refusals";

export const outcomeOf = outcomes({
  conflict: movedOn("the visit"),
  stale: ["no-such-step", "no-such-conflict", "not-being-written", "no-such-file", "record-begun"],
  words: (reason) => (reason.startsWith("kloes:") ? kloeRefusal(reason.slice(6)) : refusalWords(reason)),
});
