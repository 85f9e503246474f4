import { refusalWords as bookingRefusal } from "~/features/booking/words";
import { movedOn, outcomes } from "~/features/step/outcome";
import { refusalWords } from "./words";

/** Refusals that say the page is an old one, not that something was filled in wrongly. */
export const stale = ["no-such-step", "no-such-record", "no-such-session"] as const;

export const outcomeOfEvent = outcomes({ conflict: movedOn("it"), stale, words: refusalWords });
export const outcomeOfBooking = outcomes({ conflict: movedOn("it"), stale, words: bookingRefusal });
