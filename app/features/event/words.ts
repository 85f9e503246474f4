import { labelling, refusing, saying } from "~/features/step/words";

/** States as the people of the process call them. */
export const stateLabels = {
  planned: "Planned",
  bookingOpen: "Booking open",
  bookingClosed: "Booking closed",
  postponed: "Postponed",
  held: "Held, attendance to be recorded",
  closed: "Closed",
  cancelled: "Cancelled",
} as const;

export type State = keyof typeof stateLabels;

export const { isState, labelOf } = labelling(stateLabels);

export const kinds = ["conference", "workshop", "community", "network", "actionLearning", "panel", "training", "validation", "summit"] as const;
export type Kind = (typeof kinds)[number];

export const kindLabels = {
  conference: "Conference",
  workshop: "Workshop",
  community: "Community of practice",
  network: "Network meeting",
  actionLearning: "Action learning session",
  panel: "Panel",
  training: "Training",
  validation: "Validation event",
  summit: "Summit",
} as const satisfies Record<Kind, string>;

const tasks: Readonly<Record<string, string>> = { planned: "Open booking for", postponed: "Set a new date for, or cancel,", held: "Record who came to" };

/** What waits for a role, as a link: "Record who came to the improvement conference". */
export function taskOf({ state, title }: { readonly state: string; readonly role: string; readonly title: string }): string {
  return `${tasks[state] ?? "Look at"} ${title}`;
}

/** An event as the timeline says it, in the past, after a name. */
export const happened = saying({
  begin: "planned the event",
  "booking.open": "opened booking",
  "series.open": "opened the series it is a session of",
  "series.cancel": "cancelled the series it is a session of",
  "booking.close": "closed booking",
  "booking.reopen": "opened booking again",
  "invitation.repeat": "sent the invitation again",
  "event.change": "changed the details",
  "event.move": "moved the event",
  "event.postpone": "postponed the event, with a reason",
  "event.reschedule": "set a new date",
  "event.cancel": "cancelled the event, with a reason",
  "event.hold": "noted that it was held",
  "commitments.share": "shared what was committed to with those who were there",
  "event.close": "closed the event",
});

/** Each condition as it ends the words "only when". */
export const conditions = {
  hasReason: "a reason is given",
  complete: "it has a date, a place or a link, places, and somebody who may book",
  dateAhead: "every date lies ahead",
  deadlineAhead: "the last day to book lies ahead, and before the first date",
  dayHasCome: "the day of its last date has come",
  hasCommitments: "something was committed to there",
  attendanceRecorded: "it is known of everybody booked whether they came",
} as const;

/** A refusal as a sentence. */
export const refusalWords = refusing({
  "not-your-role": "This event is not yours to change.",
  "no-such-step": "The event has moved on, and this step is no longer open.",
  "no-such-record": "There is no such event any more.",
  "no-such-session": "This date is no longer there.",
  "capacity-below-taken": "There are more places taken than that",
  "quota-below-taken": "An authority has more places taken than that",
  "choose-network": "Choose the network whose members can book",
  "choose-event": "Choose the event they took part in",
  "guest-has-booking": "Somebody you left out has a booking already. Cancel it first, or leave them invited",
  "choose-guests": "Choose who is invited",
  hasReason: "Give a reason",
  complete: "Give it a date, a place or a link, and places first; when it is for people invited by name, choose them",
  dateAhead: "The date must lie ahead",
  deadlineAhead: "The last day to book must be today or later, and not after the first date",
  dayHasCome: "The day has not come yet",
  hasCommitments: "Nobody has committed to anything yet",
  attendanceRecorded: "Say of everybody booked whether they came first",
});
