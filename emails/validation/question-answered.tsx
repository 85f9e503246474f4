import { defineEmail, fact } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";

/** To the readers: the authority has answered a question. */
export const questionAnswered = defineEmail({
  about: { heldOn: fact.day },
  what: () => "A question is answered",
  due: (letter) => letter.about.heldOn,
  deadline: { says: "event on" },
  preview: () => "The answer is on the report’s page.",
  heading: (letter) => `A question about ${letter.title} is answered`,
  Body: () => (
    <>
      <P>{"The authority has answered. Question and answer are on the report’s page for all its readers."}</P>
    </>
  ),
  button: () => ({ label: "Read the answer" }),
  next: () => "On the day the outcome is recorded for all its readers.",
  example: { ...barnsleyReport({ role: "leadScrutineer", recipient: { name: "Ruth Ellison" } }), about: { heldOn: "2027-01-08" } },
});
