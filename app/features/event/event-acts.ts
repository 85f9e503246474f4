/** A step of an event that has a page of its own: what is asked, what will happen, who is told. */
export interface EventAct {
  readonly slug: string;
  readonly event: string;
  readonly heading: string;
  readonly says: string;
  readonly button: string;
  readonly done: string;
  readonly doneText: string;
  readonly asks: "nothing" | "reason" | "bookBy";
  readonly warns?: boolean;
}

export const EVENT_ACTS: readonly EventAct[] = [
  {
    slug: "open", event: "booking.open", heading: "Check, and open booking", asks: "nothing", button: "Open booking and tell those invited",
    says: "Those invited get an email, and can book at once. First come, first served; afterwards people wait in order.", done: "Booking is open", doneText: "Those invited have been told.",
  },
  {
    slug: "remind", event: "invitation.repeat", heading: "Send the invitation again", asks: "nothing", button: "Send it to those who have not booked",
    says: "It goes to those who were invited and have not booked: of an event for the whole region, to the directors and delegates of the authorities without a booking.", done: "The invitation has gone out again", doneText: "",
  },
  {
    slug: "close-booking", event: "booking.close", heading: "Close booking now", asks: "nothing", button: "Close booking",
    says: "Nobody can book any more. Places that become free are still offered to the waiting list until it begins.", done: "Booking is closed", doneText: "",
  },
  {
    slug: "reopen", event: "booking.reopen", heading: "Open booking again", asks: "bookBy", button: "Open booking again",
    says: "People can book until the new last day.", done: "Booking is open again", doneText: "",
  },
  {
    slug: "postpone", event: "event.postpone", heading: "Postpone it without a new date", asks: "reason", warns: true, button: "Postpone it and tell everybody booked",
    says: "Everybody booked or waiting is told, and it is taken out of their calendars. Their bookings and the order of the waiting list are kept. If the new date is known, change the date instead.", done: "It is postponed", doneText: "Everybody booked or waiting is told.",
  },
  {
    slug: "cancel", event: "event.cancel", heading: "Cancel it", asks: "reason", warns: true, button: "Cancel it and tell everybody booked",
    says: "Everybody booked or waiting is told, and it is taken out of their calendars. This cannot be undone.", done: "It is cancelled", doneText: "Everybody booked or waiting is told.",
  },
  {
    slug: "hold", event: "event.hold", heading: "It has been held", asks: "nothing", button: "Note that it was held",
    says: "The waiting list closes. Without this, it is noted by itself at the end of the day.", done: "It was held", doneText: "Say who came.",
  },
  {
    slug: "share", event: "commitments.share", heading: "Share what was committed to", asks: "nothing", button: "Share it with those who were there",
    says: "Everybody who was there gets an email with a link: they can read all commitments together, with how each stands.", done: "It is shared", doneText: "Everybody who was there is told.",
  },
  {
    slug: "close", event: "event.close", heading: "Close the event", asks: "nothing", button: "Close the event",
    says: "Its figures are counted from who came. What people wrote about their needs on the day is deleted.", done: "It is closed", doneText: "",
  },
];
