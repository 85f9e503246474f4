import { refusalWords as bookingWords } from "~/features/booking/words";
import { movedOn, outcomes } from "~/features/step/outcome";
import { saying } from "~/features/step/words";
import { refusalWords } from "./words";

const own = ["not-your-role", "no-such-step", "no-such-record", "no-such-session", "capacity-below-taken", "moved-onto-booked-day", "no-such-tutor", "days-overlap", "not-a-participant", "choose-a-date", "hasReason", "complete", "dateAhead", "dayHasCome", "attendanceRecorded"];

/** A refusal of the day, or of a booking on it, as a sentence. */
export const dayRefusal = (reason: string): string => (own.includes(reason) ? refusalWords(reason) : bookingWords(reason));

export const outcomeOf = outcomes({ conflict: movedOn("the day"), stale: ["no-such-step", "no-such-record", "no-such-session"], words: dayRefusal });

/** Which field of the form a refusal belongs to. */
export const fieldOf: Readonly<Record<string, string>> = { "capacity-below-taken": "capacity", "moved-onto-booked-day": "day", dateAhead: "day", complete: "day", "no-such-tutor": "tutors", hasReason: "reason" };

/** What became of one day of many, in words. */
export const bookedWords = saying({ booked: "booked", waiting: "on the waiting list", changed: "changed to the other date", refused: "not booked" });
