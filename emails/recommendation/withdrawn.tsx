import { defineEmail } from "../define-email";
import { kinshipOffer } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** It is withdrawn. */
export const withdrawn = defineEmail({
  about: {},
  what: () => "Withdrawn",
  deadline: "settled",
  preview: () => "It is not taken further.",
  heading: (letter) => `${sentence(letter.title)} is withdrawn`,
  Body: () => (
    <>
      <P>{"The reason is on its page: it is not in this email."}</P>
    </>
  ),
  button: () => ({ label: "Read why" }),
  next: () => "Nothing more is asked of you.",
  example: { ...kinshipOffer({ role: "submitter", recipient: { name: "Jo Field" } }), about: {} },
});
