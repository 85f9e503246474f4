import { defineEmail } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";

/** It is reviewed. */
export const reviewed = defineEmail({
  about: {},
  what: () => "Reviewed",
  deadline: "settled",
  preview: () => "What the plan achieved, and what is left.",
  heading: (letter) => `The plan is reviewed: ${letter.title}`,
  Body: () => (
    <>
      <P>{"What it achieved, and what is left, can be read on its page."}</P>
    </>
  ),
  button: () => ({ label: "Read the review" }),
  next: () => "The next plan carries its open actions.",
  example: { ...theRegionsPlan({ role: "director", recipient: { name: "Ada Whitlock" } }), about: {} },
});
