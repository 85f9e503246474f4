import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the challenger and the coordinator once training has run out. */
export const trainingExpired = defineEmail({
  about: { person: fact.words },
  what: (letter) => byRole(letter, { challenger: "Your training has run out", others: `Training has run out, ${letter.about.person ?? "a colleague"}` }),
  deadline: "settled",
  preview: () => "No invitation can come until it is renewed.",
  heading: (letter) => byRole(letter, { challenger: "Your training has run out", others: `The training of ${letter.about.person ?? "a colleague"} has run out` }),
  Body: () => (
    <>
      <P>No invitation can come until it is renewed. Places already accepted stand, unless the coordinator says otherwise.</P>
    </>
  ),
  button: (letter) => (byRole(letter, { challenger: { label: "Book a training day" }, others: { label: "See the challenger" } })),
  next: (letter) => byRole(letter, { challenger: "A training day brings you back at once.", others: "A training day brings them back at once." }),
  example: { ...joField(), about: { person: "Jo Field" } },
});
