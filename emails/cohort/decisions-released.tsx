import { defineEmail, fact } from "../define-email";
import { cohort } from "../examples";
import { P } from "../letter";

/** To the coordinator as a receipt. */
export const decisionsReleased = defineEmail({
  about: { firstDay: fact.day },
  what: () => "Decisions are out",
  due: (letter) => letter.about.firstDay,
  deadline: { says: "begins on" },
  preview: () => "Booking of the programme’s days is open to those who accept.",
  heading: (letter) => `The decisions for ${letter.title} are out`,
  Body: () => (
    <>
      <P>{"Everybody nominated has been told: of an offer with the time to answer, of a place on the reserve list, or that they were not selected."}</P>
      <P>{"Booking of the programme’s days is open to those who accept."}</P>
    </>
  ),
  button: () => ({ label: "See the cohort" }),
  next: () => "A place that is declined or lapses is offered to the first reserve by itself.",
  example: { ...cohort(), about: { firstDay: "2027-02-09" } },
});
