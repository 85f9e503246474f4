import { defineEmail, fact } from "../define-email";
import { programmeDay } from "../examples";
import { P } from "../letter";
import { sayOccasion } from "../words";

/** To a tutor of the day. */
export const tutorAsked = defineEmail({
  about: { startsOn: fact.day, hours: fact.words, place: fact.words },
  what: () => "You teach",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "The page has who comes, the materials, and a place for notes that only tutors and the coordinator see.",
  heading: (letter) => `You teach on ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{`It takes place ${sayOccasion(letter)}.`}</P>
      <P>{"The page has who comes, the materials, and a place for notes that only tutors and the coordinator see. The date is attached for your calendar."}</P>
    </>
  ),
  button: () => ({ label: "Open your page" }),
  next: () => "A reminder comes five working days before.",
  example: { ...programmeDay({ role: "tutor", recipient: { name: "Ines Marsh" }, authority: "Leeds" }), about: { startsOn: "2027-02-09", hours: "10:00 to 15:30", place: "County Hall, Leeds" } },
});
