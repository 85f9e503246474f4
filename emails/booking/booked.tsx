import { defineEmail, fact } from "../define-email";
import { conferencePlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote, sayOccasion, sentence } from "../words";

/** To whoever comes as the confirmation with the date for their calendar, and to whoever booked for them. */
export const booked = defineEmail({
  about: { person: fact.words, startsOn: fact.day, hours: fact.words, place: fact.words, reference: fact.words },
  what: (letter) => byRole(letter, { booker: `Booked for ${letter.about.person ?? "your colleague"}`, others: "Your place is booked" }),
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "The date is attached for the calendar.",
  heading: (letter) => byRole(letter, { booker: `${sentence(letter.about.person ?? "your colleague")} has a place at ${letter.title}`, others: `You have a place at ${letter.title}` }),
  Body: ({ letter }) => (
    <>
      <P>{`It takes place ${sayOccasion(letter)}.${letter.about.reference ? ` The reference is ${letter.about.reference}.` : ""} ${calendarNote(letter)}`}</P>
      <P>{"How to join or find it is on the page. If you have said what you need on the day, the organiser can read it there."}</P>
    </>
  ),
  button: () => ({ label: "See the booking" }),
  next: () => "A reminder comes two working days before. If the place is no longer needed, cancel on the page: somebody else is waiting for it or may be.",
  example: { ...conferencePlace(), about: { person: "Jo Field", startsOn: "2027-02-09", hours: "10:00 to 15:30", place: "County Hall, Maidstone", reference: "B-7K2M4Q" } },
});
