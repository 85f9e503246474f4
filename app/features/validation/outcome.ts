import { movedOn, outcomes } from "~/features/step/outcome";
import { refusalWords } from "./words";

export const outcomeOf = outcomes({ conflict: movedOn("the report"), stale: ["no-such-step", "no-such-question", "already-answered", "already-published", "draft-changed"], words: refusalWords });
