import { defineEmail } from "../define-email";
import { aCommitment } from "../examples";
import { P } from "../letter";

/** It is done. */
export const done = defineEmail({
  about: {},
  what: () => "Done",
  deadline: "settled",
  preview: () => "Its owner says what came of it.",
  heading: () => "The commitment is done",
  Body: () => (
    <>
      <P>{"What came of it, and what shows it, are on its page."}</P>
    </>
  ),
  button: () => ({ label: "Read what came of it" }),
  next: () => "It stays with the others that were made at the event.",
  example: { ...aCommitment({ role: "maker", recipient: { name: "Jo Field" } }), about: {} },
});
