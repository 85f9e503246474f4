import { defineEmail, fact } from "../define-email";
import { conferencePlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To whoever let an offer run out. */
export const offerExpired = defineEmail({
  about: { person: fact.words, startsOn: fact.day },
  what: (letter) => byRole(letter, { booker: `The offer to ${letter.about.person ?? "your colleague"} ran out`, others: "The offer of a place ran out" }),
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "The place has gone to the next on the list.",
  heading: (letter) => `The place at ${letter.title} has gone to the next on the list`,
  Body: () => (
    <>
      <P>{"It was kept as long as the offer said, in working hours. While booking is open you can join the list again, at its end."}</P>
    </>
  ),
  button: () => ({ label: "See the booking" }),
  next: () => null,
  example: { ...conferencePlace(), about: { person: "Jo Field", startsOn: "2027-02-09" } },
});
