import { defineEmail } from "../define-email";
import { membershipOf } from "../examples";
import { P } from "../letter";

/** To whoever is invited to join. */
export const invited = defineEmail({
  about: {},
  what: () => "Answer the invitation",
  deadline: "settled",
  preview: () => "Read what it is about, and accept or decline on its page.",
  heading: (letter) => `You are invited to join ${letter.title}`,
  Body: () => (
    <>
      <P>{"Read what it is about, and accept or decline on its page."}</P>
    </>
  ),
  button: () => ({ label: "Answer the invitation" }),
  next: () => "If you do not answer, the invitation lapses after three weeks.",
  example: { ...membershipOf({ by: "Priya Nair, SLI coordinator, South East" }), about: {} },
});
