import { defineEmail } from "../define-email";
import { awardNominationOf } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To whoever nominated: on the shortlist. */
export const shortlisted = defineEmail({
  about: {},
  what: () => "On the shortlist",
  deadline: "settled",
  preview: () => "The team may be told, and is named on the page of the award.",
  heading: (letter) => `${sentence(letter.title)} is on the shortlist`,
  Body: () => (
    <>
      <P>{"The team may be told, and is named on the page of the award."}</P>
    </>
  ),
  button: () => ({ label: "See the nomination" }),
  next: () => "You are told the outcome.",
  example: { ...awardNominationOf({ by: null }), about: {} },
});
