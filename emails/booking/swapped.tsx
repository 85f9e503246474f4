import { defineEmail, fact } from "../define-email";
import { conferencePlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote, sayOccasion } from "../words";

/** To whoever changed to another date of the same event. */
export const swapped = defineEmail({
  about: { person: fact.words, startsOn: fact.day, hours: fact.words, place: fact.words },
  what: (letter) => byRole(letter, { booker: `Another date for ${letter.about.person ?? "your colleague"}`, others: "You have another date" }),
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "The date in the calendar moves with the attached file.",
  heading: (letter) => `The booking for ${letter.title} is on another date`,
  Body: ({ letter }) => (
    <>
      <P>{`It is now ${sayOccasion(letter)}. ${calendarNote(letter)}`}</P>
    </>
  ),
  button: () => ({ label: "See the booking" }),
  next: () => "The place on the other date is free for somebody else.",
  example: { ...conferencePlace(), about: { person: "Jo Field", startsOn: "2027-02-09", hours: "10:00 to 15:30", place: "County Hall, Maidstone" } },
});
