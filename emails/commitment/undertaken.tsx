import { defineEmail, fact } from "../define-email";
import { aCommitment } from "../examples";
import { P } from "../letter";

/** To whoever made it and took it on themselves: a receipt with its day. */
export const undertaken = defineEmail({
  about: { doneBy: fact.day },
  what: () => "You took it on",
  due: (letter) => letter.about.doneBy,
  deadline: { says: "to be done by" },
  preview: () => "Your commitment is kept with the others.",
  heading: () => "Your commitment is made",
  Body: () => (
    <>
      <P>{"You made it, and you see to it. Everybody who was at the event can read it with the others that were made there."}</P>
    </>
  ),
  button: () => ({ label: "See your commitment" }),
  next: () => "You are reminded before its date. When it is done, say what came of it.",
  example: { ...aCommitment({ role: "maker" }), about: { doneBy: "2027-06-30" } },
});
