import { defineEmail, fact } from "../define-email";
import { conferencePlace } from "../examples";
import { P } from "../letter";
import { calendarNote, sayOccasion, sentence } from "../words";

/** To everybody booked or waiting: the date, the time or the place has changed. */
export const sessionMoved = defineEmail({
  about: { startsOn: fact.day, hours: fact.words, place: fact.words },
  what: () => "New date or place",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "Your booking stands. The calendar file moves it.",
  heading: (letter) => `${sentence(letter.title)} has been moved`,
  Body: ({ letter }) => (
    <>
      <P>{`It is now ${sayOccasion(letter)}. The booking stands as it was. ${calendarNote(letter)}`}</P>
    </>
  ),
  button: () => ({ label: "See the booking" }),
  next: () => "If the new date does not suit, cancel on the page, early: somebody else may be waiting.",
  example: { ...conferencePlace(), about: { startsOn: "2027-02-09", hours: "10:00 to 15:30", place: "County Hall, Maidstone" } },
});
