import { defineEmail, fact } from "../define-email";
import { conferencePlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayOccasion } from "../words";

/** To the next on the waiting list, and to whoever booked for them: a place is kept for a while. */
export const offered = defineEmail({
  about: { person: fact.words, startsOn: fact.day, hours: fact.words, place: fact.words, offerUntilOn: fact.day, offerUntilAt: fact.words },
  what: (letter) => byRole(letter, { booker: `A place is offered to ${letter.about.person ?? "your colleague"}`, others: "A place is offered to you" }),
  due: (letter) => letter.about.offerUntilOn,
  deadline: "awaited",
  preview: (letter) => `It is kept${letter.about.offerUntilAt ? ` until ${letter.about.offerUntilAt}` : " for a while"}.`,
  heading: (letter) => `There is a place at ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{`It takes place ${sayOccasion(letter)}.`}</P>
      <P>{`The place is kept${letter.about.offerUntilAt ? ` until ${letter.about.offerUntilAt} on the day below` : " for a while"}, counted in working hours. Take it or leave it on the page, with one press.`}</P>
    </>
  ),
  button: () => ({ label: "Answer the offer" }),
  next: () => "A place that is not taken by then goes to the next on the list.",
  example: { ...conferencePlace(), about: { person: "Jo Field", startsOn: "2027-02-09", hours: "10:00 to 15:30", place: "County Hall, Maidstone", offerUntilOn: "2026-11-25", offerUntilAt: "11:05" } },
});
