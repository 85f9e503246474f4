import { defineEmail } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";

/** It is withdrawn. */
export const withdrawn = defineEmail({
  about: {},
  what: () => "Withdrawn",
  deadline: "settled",
  preview: () => "It is not taken further.",
  heading: (letter) => `The plan is withdrawn: ${letter.title}`,
  Body: () => (
    <>
      <P>{"The reason is on its page: it is not in this email."}</P>
    </>
  ),
  button: () => ({ label: "Read why" }),
  next: () => "Nothing more is asked of you.",
  example: { ...theRegionsPlan({ role: "chair", recipient: { name: "Colin Marsh" } }), about: {} },
});
