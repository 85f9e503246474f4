import { movedOn, outcomes } from "~/features/step/outcome";
import { refusalWords } from "./words";

export const outcomeOf = outcomes({ conflict: movedOn("the plan"), stale: ["no-such-step", "no-such-record", "not-editable"], words: refusalWords });
