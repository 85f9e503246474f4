import { defineEmail, fact } from "../define-email";
import { conferencePlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayOccasion, sentence } from "../words";

/** To somebody for whom there was no place, and to whoever booked for them. */
export const waiting = defineEmail({
  about: { person: fact.words, startsOn: fact.day, hours: fact.words, place: fact.words, position: fact.count },
  what: (letter) => byRole(letter, { booker: `On the waiting list, ${letter.about.person ?? "your colleague"}`, others: "You are on the waiting list" }),
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "A freed place is offered in the order of the list.",
  heading: (letter) => byRole(letter, { booker: `${sentence(letter.about.person ?? "your colleague")} waits for a place at ${letter.title}`, others: `You wait for a place at ${letter.title}` }),
  Body: ({ letter }) => (
    <>
      <P>{`There is no place left just now${typeof letter.about.position === "number" ? `, and this is number ${letter.about.position} on the waiting list` : ""}. It takes place ${sayOccasion(letter)}.`}</P>
      <P>{"The list is kept in order: nobody is moved ahead of anybody."}</P>
    </>
  ),
  button: () => ({ label: "See the waiting list" }),
  next: () => "When a place is freed, the first who can take it is told by email, with the time until which it is kept.",
  example: { ...conferencePlace(), about: { person: "Jo Field", startsOn: "2027-02-09", hours: "10:00 to 15:30", place: "County Hall, Maidstone", position: 3 } },
});
