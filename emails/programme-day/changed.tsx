import { defineEmail, fact } from "../define-email";
import { programmeDay } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator and the tutors: details have changed. */
export const changed = defineEmail({
  about: { startsOn: fact.day, hours: fact.words, place: fact.words },
  what: () => "Changed",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "Places, instructions or tutors have changed; date and place stand.",
  heading: (letter) => `${sentence(letter.title)} has changed`,
  Body: () => (
    <>
      <P>{"Places, instructions or tutors have changed; date and place stand."}</P>
    </>
  ),
  button: () => ({ label: "See what it says now" }),
  next: () => null,
  example: { ...programmeDay(), about: { startsOn: "2027-02-09", hours: "10:00 to 15:30", place: "County Hall, Leeds" } },
});
