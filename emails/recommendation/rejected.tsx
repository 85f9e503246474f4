import { defineEmail } from "../define-email";
import { kinshipOffer } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** It is rejected. */
export const rejected = defineEmail({
  about: {},
  what: () => "Not accepted",
  deadline: "settled",
  preview: () => "The directors have not accepted it.",
  heading: (letter) => `${sentence(letter.title)} is not accepted`,
  Body: () => (
    <>
      <P>{"The chair’s reason is on its page: it is not in this email."}</P>
    </>
  ),
  button: () => ({ label: "Read why" }),
  next: () => "The decision stays in the decision log. Nothing more is asked of you.",
  example: { ...kinshipOffer({ role: "submitter", recipient: { name: "Jo Field" } }), about: {} },
});
