import { defineEmail } from "../define-email";
import { cohort } from "../examples";
import { P } from "../letter";

/** To the coordinator: everything is in. */
export const evaluated = defineEmail({
  about: {},
  what: () => "Evaluated",
  due: () => null,
  deadline: "settled",
  preview: () => "The cohort’s report now has everything.",
  heading: (letter) => `The follow-up of ${letter.title} is closed`,
  Body: () => (
    <>
      <P>{"The cohort’s report now has everything: the days, and what they changed."}</P>
    </>
  ),
  button: () => ({ label: "Read the report" }),
  next: () => null,
  example: { ...cohort(), about: {} },
});
