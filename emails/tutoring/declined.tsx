import { defineEmail, fact } from "../define-email";
import { tutoringOf } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To both, when somebody would not teach. */
export const declined = defineEmail({
  about: { person: fact.words },
  what: (letter) => byRole(letter, { person: "You do not teach just now", others: `No for now: ${letter.about.person ?? "a colleague"}` }),
  deadline: "settled",
  preview: () => "Nothing is left to do.",
  heading: (letter) => byRole(letter, { person: "You do not teach just now", others: `${letter.about.person ?? "A colleague"} does not teach just now` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { person: "Thank you for the answer. You may be asked again another year.", others: "They said no for now. They can be asked again." })}</P>
    </>
  ),
  button: (letter) => byRole(letter, { person: { label: "See it in Candour" }, others: { label: "See it in Candour" } }),
  next: () => null,
  example: { ...tutoringOf(), about: { person: "Jo Field" } },
});
