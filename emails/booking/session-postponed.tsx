import { defineEmail } from "../define-email";
import { conferencePlace } from "../examples";
import { P } from "../letter";
import { calendarNote, sentence } from "../words";

/** To everybody booked or waiting: there is no date for now. */
export const sessionPostponed = defineEmail({
  about: {  },
  what: () => "Postponed",
  due: () => null,
  deadline: { says: "on" },
  preview: () => "Your booking is kept for the new date.",
  heading: (letter) => `${sentence(letter.title)} is postponed`,
  Body: ({ letter }) => (
    <>
      <P>{`The new date is not known yet. Every booking, and the order of the waiting list, is kept. ${calendarNote(letter)}`}</P>
      <P>{"Read in Candour why."}</P>
    </>
  ),
  button: () => ({ label: "See the booking" }),
  next: () => "You are told the new date as soon as it is set.",
  example: { ...conferencePlace(), about: {  } },
});
