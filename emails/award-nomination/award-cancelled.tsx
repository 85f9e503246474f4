import { defineEmail } from "../define-email";
import { awardNominationOf } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To whoever nominated: there is no award. */
export const awardCancelled = defineEmail({
  about: {},
  what: () => "Award cancelled",
  deadline: "settled",
  preview: () => "The award is not given this time. The reason is on its page.",
  heading: (letter) => `${sentence(letter.title)} is not judged`,
  Body: () => (
    <>
      <P>{"The award is not given this time. The reason is on its page."}</P>
    </>
  ),
  button: () => ({ label: "Read why" }),
  next: () => null,
  example: { ...awardNominationOf({ by: null }), about: {} },
});
