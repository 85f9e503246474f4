import { defineEmail } from "../define-email";
import { aCommitment } from "../examples";
import { P } from "../letter";

/** It is declined. */
export const declined = defineEmail({
  about: {},
  what: () => "Declined",
  deadline: "settled",
  preview: () => "Somebody else is to be named.",
  heading: () => "The commitment is declined",
  Body: () => (
    <>
      <P>{"The reason is on its page: it is not in this email. Name somebody else, or withdraw it."}</P>
    </>
  ),
  button: () => ({ label: "Name somebody else" }),
  next: () => "Whoever you name is asked to accept it.",
  example: { ...aCommitment({ role: "maker", recipient: { name: "Jo Field" } }), about: {} },
});
