import { defineEmail } from "../define-email";
import { kinshipOffer } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** It is done. */
export const done = defineEmail({
  about: {},
  what: () => "Done",
  deadline: "settled",
  preview: () => "Its owner has said what came of it.",
  heading: (letter) => `${sentence(letter.title)} is done`,
  Body: () => (
    <>
      <P>{"What came of it, and the evidence, are on its page."}</P>
    </>
  ),
  button: () => ({ label: "Read what came of it" }),
  next: () => "It stays in the decision log with everything that led to it.",
  example: { ...kinshipOffer({ role: "submitter", recipient: { name: "Jo Field" } }), about: {} },
});
