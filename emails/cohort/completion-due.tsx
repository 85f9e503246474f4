import { defineEmail, fact } from "../define-email";
import { cohort } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator when the days are over. */
export const completionDue = defineEmail({
  about: { completeBy: fact.day },
  what: () => "Complete the programme",
  due: (letter) => letter.about.completeBy,
  deadline: "awaited",
  preview: () => "When every day is evaluated, say whose assignment is in, and complete it.",
  heading: (letter) => `${sentence(letter.title)} can be completed`,
  Body: () => (
    <>
      <P>{"When every day is evaluated, say whose assignment is in, and complete it: certificates go out by the programme’s rule."}</P>
    </>
  ),
  button: () => ({ label: "Complete it" }),
  next: () => null,
  example: { ...cohort(), about: { completeBy: "2027-02-09" } },
});
