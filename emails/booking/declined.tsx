import { defineEmail, fact } from "../define-email";
import { conferencePlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To whoever declined an offered place, as a receipt. */
export const declined = defineEmail({
  about: { person: fact.words, startsOn: fact.day },
  what: (letter) => byRole(letter, { booker: `Offer declined, ${letter.about.person ?? "your colleague"}`, others: "You declined the place" }),
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "It goes to the next on the list.",
  heading: (letter) => `The offered place at ${letter.title} is given on`,
  Body: () => (
    <>
      <P>{"The place goes to the next on the waiting list. Should plans change while booking is open, book again on the page of the event."}</P>
    </>
  ),
  button: () => ({ label: "See the booking" }),
  next: () => null,
  example: { ...conferencePlace(), about: { person: "Jo Field", startsOn: "2027-02-09" } },
});
