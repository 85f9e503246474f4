import { movedOn, outcomes } from "~/features/step/outcome";
import { refusalWords } from "./words";

export const stale: readonly string[] = ["no-such-step", "no-such-record", "no-such-conflict", "not-being-filed", "finding-removed", "finding-not-removed", "no-such-finding"];

export const outcomeOf = outcomes({ conflict: movedOn("the record"), stale, words: refusalWords });
