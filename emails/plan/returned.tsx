import { defineEmail } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";

/** It is returned. */
export const returned = defineEmail({
  about: {},
  what: () => "Returned",
  deadline: "settled",
  preview: () => "The directors ask for changes.",
  heading: (letter) => `The plan is returned: ${letter.title}`,
  Body: () => (
    <>
      <P>{"The chair’s reason is on its page: it is not in this email. Its content can be changed again."}</P>
    </>
  ),
  button: () => ({ label: "Read why" }),
  next: () => "When it is changed, put it on another agenda.",
  example: { ...theRegionsPlan(), about: {} },
});
