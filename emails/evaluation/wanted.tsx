import { defineEmail, fact } from "../define-email";
import { evaluationOf } from "../examples";
import { P } from "../letter";

/** To somebody who was there, when the day has ended. */
export const wanted = defineEmail({
  about: { closesOn: fact.day },
  what: () => "Say what you thought",
  due: (letter) => letter.about.closesOn,
  deadline: "awaited",
  preview: () => "A few questions, about three minutes.",
  heading: (letter) => `What did you think of ${letter.title}?`,
  Body: () => (
    <>
      <P>{"A few questions, about three minutes. Your answers are kept without your name; Candour only notes that you have answered."}</P>
    </>
  ),
  button: () => ({ label: "Answer" }),
  next: () => "If you have answered, no reminder comes.",
  example: { ...evaluationOf({ role: "attendee", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { closesOn: "2026-12-11" } },
});
