import { movedOn, outcomes } from "~/features/step/outcome";
import { refusalWords } from "./words";

export const outcomeOf = outcomes({ conflict: movedOn("it"), stale: ["no-such-step", "no-such-record", "no-such-file", "papers-closed"], words: refusalWords });
