import { stale } from "~/features/event/outcome";
import { movedOn, outcomes } from "~/features/step/outcome";
import { refusalWords } from "./words";

/** How an act about a series ended, for a page. */
export const outcomeOfSeries = outcomes({ conflict: movedOn("it"), stale, words: refusalWords });
