import { awaiting, labelling, refusing, saying } from "~/features/step/words";

/** States as the people of the process call them. */
export const stateLabels = { scheduled: "Scheduled", bookingOpen: "Booking open", evaluationOpen: "Held, evaluation open", evaluated: "Evaluated", cancelled: "Cancelled" } as const;

export type State = keyof typeof stateLabels;

export const { isState, labelOf } = labelling(stateLabels);

/** What waits for a role, as a link. */
export const taskOf = awaiting({ evaluationOpen: { coordinator: "Record who came to" } });

/** An event as the timeline says it, in the past, after a name. */
export const happened = saying({
  begin: "scheduled the day",
  "booking.open": "opened booking",
  "day.change": "changed the details",
  "day.move": "moved the day",
  "date.end": "noted that one of its dates is over",
  "day.hold": "noted that it was held",
  "day.cancel": "cancelled the day, with a reason",
  "register.complete": "noted that the register is complete",
  "evaluation.close": "closed the evaluation",
});

/** Each condition as it ends the words "only when". */
export const conditions = {
  hasReason: "a reason is given",
  complete: "it has a date ahead, places, and a place or a link",
  dateAhead: "every date lies ahead",
  dayHasCome: "the day of its last date has come",
  attendanceRecorded: "it is known of everybody booked whether they came",
} as const;

/** A refusal as a sentence. */
export const refusalWords = refusing({
  "not-your-role": "This day is not yours to change.",
  "no-such-step": "The day has moved on, and this step is no longer open.",
  "no-such-record": "There is no such day any more.",
  "no-such-session": "This date is no longer there.",
  "capacity-below-taken": "There are more places taken than that",
  "moved-onto-booked-day": "Somebody who is booked on this day is booked on another programme day at that time. Choose another date, or change their booking first",
  "no-such-tutor": "Choose tutors from the region’s pool",
  "days-overlap": "Two of the dates you chose are at the same time. Choose another date for one of them",
  "not-a-participant": "Only those who accepted a place can book its days",
  "choose-a-date": "Choose a date for at least one day",
  "name-taken": "There is something of that name already",
  hasReason: "Give a reason",
  complete: "Give it a date ahead, places, and a place or a link first",
  dateAhead: "The date must lie ahead",
  dayHasCome: "The day has not come yet",
  attendanceRecorded: "Say of everybody booked whether they came first",
});
