import { defineEmail } from "../define-email";
import { evaluationOf } from "../examples";
import { P } from "../letter";

/** To somebody who did not answer in time. */
export const closed = defineEmail({
  about: {},
  what: () => "Closed",
  due: () => null,
  deadline: "settled",
  preview: () => "Nothing is left to do.",
  heading: (letter) => `Answers about ${letter.title} are closed`,
  Body: () => (
    <>
      <P>{"Nothing is left to do."}</P>
    </>
  ),
  button: () => ({ label: "See the day" }),
  next: () => null,
  example: { ...evaluationOf({ role: "attendee", recipient: { name: "Jo Field" }, authority: "Medway" }), about: {} },
});
