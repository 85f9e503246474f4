import { defineEmail, fact } from "../define-email";
import { programmeDay } from "../examples";
import { P } from "../letter";
import { sayOccasion, sentence } from "../words";

/** To the coordinator and the tutors: another date or place. */
export const moved = defineEmail({
  about: { startsOn: fact.day, hours: fact.words, place: fact.words },
  what: () => "Moved",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "See the day in Candour.",
  heading: (letter) => `${sentence(letter.title)} has been moved`,
  Body: ({ letter }) => (
    <>
      <P>{`It is now ${sayOccasion(letter)}. Everybody booked or waiting has been told, with a new date for their calendars.`}</P>
    </>
  ),
  button: () => ({ label: "See the day" }),
  next: () => null,
  example: { ...programmeDay(), about: { startsOn: "2027-02-09", hours: "10:00 to 15:30", place: "County Hall, Leeds" } },
});
