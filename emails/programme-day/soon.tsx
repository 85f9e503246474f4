import { defineEmail, fact } from "../define-email";
import { programmeDay } from "../examples";
import { P } from "../letter";
import { sayOccasion, sentence } from "../words";

/** To the coordinator and the tutors, five working days before. */
export const soon = defineEmail({
  about: { startsOn: fact.day, hours: fact.words, place: fact.words, booked: fact.count },
  what: () => "Soon",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "See the day in Candour.",
  heading: (letter) => `${sentence(letter.title)} is near`,
  Body: ({ letter }) => (
    <>
      <P>{`It takes place ${sayOccasion(letter)}.`}</P>
      <P>{`${letter.about.booked ?? 0} people have booked.`}</P>
    </>
  ),
  button: () => ({ label: "See who comes" }),
  next: () => null,
  example: { ...programmeDay(), about: { startsOn: "2027-02-09", hours: "10:00 to 15:30", place: "County Hall, Leeds", booked: 28 } },
});
