import { defineEmail } from "../define-email";
import { membershipOf } from "../examples";
import { P } from "../letter";

/** To somebody who left. */
export const left = defineEmail({
  about: {},
  what: () => "You have left",
  deadline: "settled",
  preview: () => "You are no longer on its list, and get no more emails of it. Places you have booked at its meetings stay booked until you cancel them.",
  heading: (letter) => `You have left ${letter.title}`,
  Body: () => (
    <>
      <P>{"You are no longer on its list, and get no more emails of it. Places you have booked at its meetings stay booked until you cancel them."}</P>
    </>
  ),
  button: () => ({ label: "See your membership" }),
  next: () => "You can join again whenever you may.",
  example: { ...membershipOf(), about: {} },
});
