import { defineEmail, fact } from "../define-email";
import { conferencePlace } from "../examples";
import { P } from "../letter";
import { calendarNote, sentence } from "../words";

/** To everybody booked or waiting: it does not take place. */
export const sessionCancelled = defineEmail({
  about: { startsOn: fact.day },
  what: () => "Cancelled, it does not take place",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "There is nothing for you to do.",
  heading: (letter) => `${sentence(letter.title)} is cancelled`,
  Body: ({ letter }) => (
    <>
      <P>{`It does not take place. ${calendarNote(letter)}`}</P>
      <P>{"Read in Candour why."}</P>
    </>
  ),
  button: () => ({ label: "See the booking" }),
  next: () => null,
  example: { ...conferencePlace(), about: { startsOn: "2027-02-09" } },
});
