import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To all three when an applicant takes the application back. */
export const applicationWithdrawn = defineEmail({
  about: { person: fact.words },
  what: (letter) => byRole(letter, { challenger: "You withdrew your application", others: `Application withdrawn, ${letter.about.person ?? "a colleague"}` }),
  deadline: "settled",
  preview: () => "There is nothing more to decide.",
  heading: (letter) => byRole(letter, { challenger: "You have withdrawn your application", others: `${sentence(letter.about.person ?? "a colleague")} has withdrawn the application` }),
  Body: () => (
    <>
      <P>There is nothing more to do about it.</P>
    </>
  ),
  button: () => ({ label: "See the record" }),
  next: (letter) => byRole(letter, { challenger: "You can apply again at any time.", others: null }),
  example: { ...joField(), about: { person: "Jo Field" } },
});
