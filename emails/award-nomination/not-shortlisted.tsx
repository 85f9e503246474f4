import { defineEmail } from "../define-email";
import { awardNominationOf } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To whoever nominated: not on the shortlist. */
export const notShortlisted = defineEmail({
  about: {},
  what: () => "Not on the shortlist",
  deadline: "settled",
  preview: () => "Thank you for nominating. What the judges say of it, where they have said something, is on its page.",
  heading: (letter) => `${sentence(letter.title)} is not on the shortlist`,
  Body: () => (
    <>
      <P>{"Thank you for nominating. What the judges say of it, where they have said something, is on its page."}</P>
    </>
  ),
  button: () => ({ label: "Read what the judges say" }),
  next: () => null,
  example: { ...awardNominationOf({ by: null }), about: {} },
});
