import { defineEmail } from "../define-email";
import { kinshipOffer } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** It is accepted. */
export const accepted = defineEmail({
  about: {},
  what: () => "Accepted",
  deadline: "settled",
  preview: () => "The directors have accepted it.",
  heading: (letter) => `${sentence(letter.title)} is accepted`,
  Body: () => (
    <>
      <P>{"The chair’s reason is on its page: it is not in this email."}</P>
    </>
  ),
  button: () => ({ label: "Read the decision" }),
  next: (letter) => byRole(letter, { coordinator: "Put it into the plan, with an owner and a date.", others: "It enters the plan with an owner and a date. You are told of both." }),
  example: { ...kinshipOffer({ role: "submitter", recipient: { name: "Jo Field" } }), about: {} },
});
