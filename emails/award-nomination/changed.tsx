import { defineEmail } from "../define-email";
import { awardNominationOf } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To whoever nominated and their director. */
export const changed = defineEmail({
  about: {},
  what: () => "Nomination changed",
  deadline: "settled",
  preview: () => "The judges read it as it stands after the last day.",
  heading: (letter) => `${sentence(letter.title)} has changed`,
  Body: () => (
    <>
      <P>{"The judges read it as it stands after the last day."}</P>
    </>
  ),
  button: () => ({ label: "See the nomination" }),
  next: () => "It can be changed again until the last day.",
  example: { ...awardNominationOf(), about: {} },
});
