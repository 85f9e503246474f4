import { outcomeBy, type Outcome, type Result } from "~/features/event/outcome";
import { refusalWords } from "./words";

/** How an act about a series ended, for a page. */
export const outcomeOfSeries = (result: Result): Outcome => outcomeBy(result, refusalWords);
