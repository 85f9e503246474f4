import { defineEmail, fact } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";

/** To the authority: a reader has asked something. */
export const questionAsked = defineEmail({
  about: { heldOn: fact.day },
  what: () => "A question about your report",
  due: (letter) => letter.about.heldOn,
  deadline: { says: "event on" },
  preview: () => "Answer it before the event.",
  heading: (letter) => `A reader has a question about ${letter.title}`,
  Body: () => (
    <>
      <P>{"The question is on the report’s page. An answer before the event leaves more time on the day."}</P>
    </>
  ),
  button: () => ({ label: "Read and answer it" }),
  next: () => "All its readers are told of your answer.",
  example: { ...barnsleyReport({ role: "hostDcs", recipient: { name: "Ada Whitlock" } }), about: { heldOn: "2027-01-08" } },
});
