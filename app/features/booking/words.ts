import { labelling, refusing, saying } from "~/features/step/words";

/** States as the people of the process call them. */
export const stateLabels = {
  asked: "Being booked",
  booked: "Booked",
  waiting: "On the waiting list",
  offered: "A place is offered",
  attended: "Attended",
  partlyAttended: "Partly attended",
  noShow: "Did not come",
  cancelled: "Cancelled",
  declined: "Offer declined",
  expired: "Offer ran out",
  notPlaced: "No place became free",
} as const;

export type State = keyof typeof stateLabels;

export const { isState, labelOf } = labelling(stateLabels);

/** What stands now, in a sentence, for the person it is about. */
export const stateSentences = {
  asked: "The booking is being made.",
  booked: "The place is yours.",
  waiting: "Places that become free are offered in the order of the list.",
  offered: "A place is kept for you for a while. Take it or leave it.",
  attended: "It is noted that you were there.",
  partlyAttended: "It is noted that you were there for a part of it.",
  noShow: "It is noted that you did not come. If that is not right, tell the coordinator of your region.",
  cancelled: "The booking is cancelled.",
  declined: "You declined the place, and it went to the next on the list.",
  expired: "The offer ran out, and the place went to the next on the list.",
  notPlaced: "It took place, and no place had become free.",
} as const satisfies Record<State, string>;

export const modes = ["inPerson", "online", "both"] as const;
export type Mode = (typeof modes)[number];
export const modeLabels = { inPerson: "In person", online: "Online", both: "In person and online" } as const satisfies Record<Mode, string>;

export const audiences = ["region", "attended", "members", "named"] as const;
export type Audience = (typeof audiences)[number];

/** What waits for a role, as a link: "Answer the offer of a place at the conference". */
export function taskOf({ state, role, title }: { readonly state: string; readonly role: string; readonly title: string }): string {
  return state === "offered" && role === "attendee" ? `Take or leave the place that is offered: ${title}` : `Look at the booking: ${title}`;
}

/** An event as the timeline says it, in the past, after a name. */
export const happened = saying({
  begin: "began a booking",
  "place.take": "booked a place",
  "place.takeTogether": "booked a place with those of other sessions",
  "queue.join": "joined the waiting list",
  "offer.make": "offered the next person a freed place",
  "offer.accept": "took the offered place",
  "offer.decline": "declined the offered place",
  "offer.expire": "let the offer run out",
  "offer.extend": "kept the offered place longer",
  "booking.cancel": "cancelled the booking",
  "booking.swap": "changed to another date",
  "session.move": "moved the session",
  "session.postpone": "postponed the session",
  "session.cancel": "cancelled the session",
  "list.close": "closed the waiting list",
  "door.enter": "gave the code at the door",
  "attendance.full": "noted full attendance",
  "attendance.part": "noted partial attendance",
  "attendance.miss": "noted that the place was not used",
});

/** Each condition as it ends the words "only when". */
export const conditions = {
  dayHasCome: "the day of the session has come",
  codeIsRight: "the code that hangs at the door is given, on the day",
  ofThisDate: "it is a booking of the date that moves",
} as const;

/** A refusal as a sentence. */
export const refusalWords = refusing({
  "not-your-role": "This booking is not yours to make or to change.",
  "no-such-record": "There is no such booking any more.",
  "no-such-step": "The booking has moved on, and this step is no longer open. An offer that ran out has gone to the next on the list",
  "no-such-session": "This date is no longer there.",
  "not-open": "Booking is not open",
  "deadline-passed": "The last day to book has passed",
  begun: "It has begun already",
  postponed: "It is postponed, and has no date just now",
  "not-invited": "Only those who are invited can book, and not everybody you chose is",
  "not-of-your-authority": "You can book for people of your own authority only",
  "booked-already": "Somebody you chose has a booking already. One person has one place",
  "choose-somebody": "Choose who is coming",
  "choose-ticket": "Choose whose ticket it is",
  "not-your-ticket": "Here a person takes the ticket of their own authority",
  "choose-sessions": "Choose the sessions",
  "sessions-do-not-fit": "Not every session you chose has places for all of them, so none was booked. Choose other sessions or fewer people, or join a full session’s waiting list on its own page",
  "team-does-not-fit": "There are not enough places for all of them, so none was booked. Book for fewer, or put them on the waiting list one by one",
  "no-place": "There is no place left on that date",
  "same-date": "You have this date already",
  "guest-has-booking": "Somebody you left out has a booking already. Cancel it first, or leave them invited",
  "wrong-code": "That is not the code at the door. Read it again: capitals and small letters are the same",
  "quota-below-taken": "An authority has more places taken than that",
  "capacity-below-taken": "There are more places taken than that",
  dayHasCome: "The day has not come yet",
  codeIsRight: "That is not the code at the door. Read it again: capitals and small letters are the same",
});
