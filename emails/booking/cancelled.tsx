import { defineEmail, fact } from "../define-email";
import { conferencePlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote } from "../words";

/** To whoever had a place or waited for one, and to whoever booked: it is cancelled. */
export const cancelled = defineEmail({
  about: { person: fact.words, startsOn: fact.day },
  what: (letter) => byRole(letter, { booker: `Booking cancelled, ${letter.about.person ?? "your colleague"}`, others: "Your booking is cancelled" }),
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "A freed place goes to the first on the waiting list.",
  heading: (letter) => byRole(letter, { booker: `The booking of ${letter.about.person ?? "your colleague"} for ${letter.title} is cancelled`, others: `Your booking for ${letter.title} is cancelled` }),
  Body: ({ letter }) => (
    <>
      <P>{`A freed place goes to the first on the waiting list who can take it. ${calendarNote(letter)}`}</P>
    </>
  ),
  button: () => ({ label: "See the booking" }),
  next: () => "While booking is open, a new booking can be made on the page of the event.",
  example: { ...conferencePlace(), about: { person: "Jo Field", startsOn: "2027-02-09" } },
});
