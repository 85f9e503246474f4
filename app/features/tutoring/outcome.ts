import { outcomes } from "~/features/step/outcome";
import { refusalWords } from "./words";

export const outcomeOf = outcomes({ conflict: refusalWords("no-such-step"), stale: ["no-such-step", "no-such-record"], words: refusalWords });
