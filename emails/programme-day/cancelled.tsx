import { defineEmail, fact } from "../define-email";
import { programmeDay } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator and the tutors. */
export const cancelled = defineEmail({
  about: { startsOn: fact.day, hours: fact.words, place: fact.words },
  what: () => "Cancelled",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "Everybody booked has been told, and it is out of the calendars.",
  heading: (letter) => `${sentence(letter.title)} is cancelled`,
  Body: () => (
    <>
      <P>{"Everybody booked has been told, and it is out of the calendars."}</P>
    </>
  ),
  button: () => ({ label: "See the day" }),
  next: () => null,
  example: { ...programmeDay(), about: { startsOn: "2027-02-09", hours: "10:00 to 15:30", place: "County Hall, Leeds" } },
});
