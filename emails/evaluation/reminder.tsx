import { defineEmail, fact } from "../define-email";
import { evaluationOf } from "../examples";
import { P } from "../letter";

/** To somebody who has not answered. */
export const reminder = defineEmail({
  about: { closesOn: fact.day },
  what: () => "Say what you thought",
  due: (letter) => letter.about.closesOn,
  deadline: "awaited",
  preview: () => "Nine of ten answering is what makes the figures worth reading.",
  heading: (letter) => `Your view of ${letter.title} is missing`,
  Body: () => (
    <>
      <P>{"Nine of ten answering is what makes the figures worth reading. It takes about three minutes, and is without your name."}</P>
    </>
  ),
  button: () => ({ label: "Answer" }),
  next: () => null,
  example: { ...evaluationOf({ role: "attendee", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { closesOn: "2026-12-11" } },
});
