import { defineEmail, fact } from "../define-email";
import { conferencePlace } from "../examples";
import { P } from "../letter";

/** To those still waiting when it took place. */
export const notPlaced = defineEmail({
  about: { startsOn: fact.day },
  what: () => "No place became free",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "The waiting list is closed.",
  heading: (letter) => `No place became free at ${letter.title}`,
  Body: () => (
    <>
      <P>{"It has taken place, and no place became free for you. The organiser can see how many waited."}</P>
    </>
  ),
  button: () => ({ label: "See the booking" }),
  next: () => null,
  example: { ...conferencePlace(), about: { startsOn: "2027-02-09" } },
});
