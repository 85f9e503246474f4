import { defineEmail, fact } from "../define-email";
import { conference } from "../examples";
import { P } from "../letter";

/** To the coordinator as a receipt for a change that moves nobody. */
export const changed = defineEmail({
  about: { startsOn: fact.day },
  what: () => "Details changed",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "Nobody’s date has changed.",
  heading: (letter) => `The details of ${letter.title} have changed`,
  Body: () => (
    <>
      <P>{"What is new is on the page. Places that were added go to the waiting list first, in order."}</P>
    </>
  ),
  button: () => ({ label: "See the event" }),
  next: () => null,
  example: { ...conference(), about: { startsOn: "2027-02-09" } },
});
