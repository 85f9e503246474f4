import { defineEmail } from "../define-email";
import { kinshipOffer } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** It is accepted with other words. */
export const amended = defineEmail({
  about: {},
  what: () => "Accepted with changes",
  deadline: "settled",
  preview: () => "The directors have accepted it with other words.",
  heading: (letter) => `${sentence(letter.title)} is accepted with changes`,
  Body: () => (
    <>
      <P>{"The words as they were accepted, and the reason, are on its page: they are not in this email."}</P>
    </>
  ),
  button: () => ({ label: "Read the decision" }),
  next: (letter) => byRole(letter, { coordinator: "Put it into the plan, with an owner and a date.", others: "It enters the plan with an owner and a date. You are told of both." }),
  example: { ...kinshipOffer({ role: "submitter", recipient: { name: "Jo Field" } }), about: {} },
});
