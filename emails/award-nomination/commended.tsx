import { defineEmail } from "../define-email";
import { awardNominationOf } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To whoever nominated: commended. */
export const commended = defineEmail({
  about: {},
  what: () => "Commended",
  deadline: "settled",
  preview: () => "The team was on the shortlist, and another has won. What the judges say of it is on its page.",
  heading: (letter) => `${sentence(letter.title)} is commended`,
  Body: () => (
    <>
      <P>{"The team was on the shortlist, and another has won. What the judges say of it is on its page."}</P>
    </>
  ),
  button: () => ({ label: "Read what the judges say" }),
  next: () => null,
  example: { ...awardNominationOf({ by: null }), about: {} },
});
