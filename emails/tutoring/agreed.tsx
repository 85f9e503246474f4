import { defineEmail, fact } from "../define-email";
import { tutoringOf } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To both, when somebody has agreed to teach. */
export const agreed = defineEmail({
  about: { person: fact.words },
  what: (letter) => byRole(letter, { person: "You are a tutor", others: `A new tutor: ${letter.about.person ?? "a colleague"}` }),
  deadline: "settled",
  preview: (letter) => byRole(letter, { person: "You are in the region’s pool of tutors.", others: "They can be put on a day now." }),
  heading: (letter) => byRole(letter, { person: "Thank you: you are a tutor", others: `${letter.about.person ?? "A colleague"} teaches` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { person: "You are in the region’s pool of tutors. When you are put on a day, you get an email, and find the day with your notes under Programmes.", others: "They are in the region’s pool of tutors, and can be put on a day." })}</P>
    </>
  ),
  button: (letter) => byRole(letter, { person: { label: "See it in Candour" }, others: { label: "See it in Candour" } }),
  next: () => null,
  example: { ...tutoringOf(), about: { person: "Jo Field" } },
});
