import type { RecordAct } from "~/features/step/acts";

/** The steps of an event that have a page of their own. */
export const EVENT_ACTS: readonly RecordAct<"reason" | "bookBy">[] = [
  {
    slug: "open", event: "booking.open", title: "Check, and open booking", asks: [], button: "Open booking and tell those invited",
    explains: "Those invited get an email, and can book at once. First come, first served; afterwards people wait in order.", done: "Booking is open", doneText: "Those invited have been told.",
  },
  {
    slug: "remind", event: "invitation.repeat", title: "Send the invitation again", asks: [], button: "Send it to those who have not booked",
    explains: "It goes to those who were invited and have not booked: of an event for the whole region, to the directors and delegates of the authorities without a booking.", done: "The invitation has gone out again",
  },
  {
    slug: "close-booking", event: "booking.close", title: "Close booking now", asks: [], button: "Close booking",
    explains: "Nobody can book any more. Places that become free are still offered to the waiting list until it begins.", done: "Booking is closed",
  },
  {
    slug: "reopen", event: "booking.reopen", title: "Open booking again", asks: ["bookBy"], button: "Open booking again",
    explains: "People can book until the new last day.", done: "Booking is open again",
  },
  {
    slug: "postpone", event: "event.postpone", title: "Postpone it without a new date", asks: ["reason"], warns: true, button: "Postpone it and tell everybody booked",
    explains: "Everybody booked or waiting is told, and it is taken out of their calendars. Their bookings and the order of the waiting list are kept. If the new date is known, change the date instead.", done: "It is postponed", doneText: "Everybody booked or waiting is told.",
  },
  {
    slug: "cancel", event: "event.cancel", title: "Cancel it", asks: ["reason"], warns: true, button: "Cancel it and tell everybody booked",
    explains: "Everybody booked or waiting is told, and it is taken out of their calendars. This cannot be undone.", done: "It is cancelled", doneText: "Everybody booked or waiting is told.",
  },
  {
    slug: "hold", event: "event.hold", title: "It has been held", asks: [], button: "Note that it was held",
    explains: "The waiting list closes. Without this, it is noted by itself at the end of the day.", done: "It was held", doneText: "Say who came.",
  },
  {
    slug: "share", event: "commitments.share", title: "Share what was committed to", asks: [], button: "Share it with those who were there",
    explains: "Everybody who was there gets an email with a link: they can read all commitments together, with how each stands.", done: "It is shared", doneText: "Everybody who was there is told.",
  },
  {
    slug: "close", event: "event.close", title: "Close the event", asks: [], button: "Close the event",
    explains: "Its figures are counted from who came. What people wrote about their needs on the day is deleted.", done: "It is closed",
  },
];
