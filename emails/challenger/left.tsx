import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To all three when somebody leaves the pool. */
export const left = defineEmail({
  about: { person: fact.words },
  what: (letter) => byRole(letter, { challenger: "You have left the pool", others: `Has left the pool, ${letter.about.person ?? "a colleague"}` }),
  deadline: "settled",
  preview: () => "No invitation comes from now on.",
  heading: (letter) => byRole(letter, { challenger: "You have left the pool of challengers", others: `${sentence(letter.about.person ?? "a colleague")} has left the pool of challengers` }),
  Body: () => (
    <>
      <P>No invitation comes from now on. What was done stays on the record, and the training keeps its date.</P>
    </>
  ),
  button: () => ({ label: "See the record" }),
  next: (letter) => byRole(letter, { challenger: "Thank you for what you gave. You can come back at any time.", others: "They can come back at any time." }),
  example: { ...joField(), about: { person: "Jo Field" } },
});
