import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { sayRole } from "../roles";
import { nameOfEmail } from "../words";

/** To the coordinator, when a role on a record has no holder and somebody should have been told. */
export const nobodyToTell = defineEmail({
  about: { role: fact.words, email: fact.words },
  what: ({ about }) => `Nobody is ${about.role ? sayRole(about.role) : "there to tell"}`,
  deadline: "awaited",
  preview: () => "An email had nobody to go to.",
  heading: (letter) => `An email about ${letter.title} had nobody to go to`,
  Body: ({ letter }) => (
    <>
      <P>
        It is meant for the {letter.about.role ? sayRole(letter.about.role) : "holder of a role"}
        {letter.authority ? ` of ${letter.authority}` : ""}, and nobody holds that role today.
      </P>
      {letter.about.email ? <P>It was: "{nameOfEmail(letter.about.email)}".</P> : null}
      <P>Tell them by other means if it is urgent, and say who holds the post.</P>
    </>
  ),
  button: () => ({ label: "Open the record" }),
  next: () => "As soon as somebody holds the post, they see what waits for them and get the emails from then on.",
  example: {
    ...kent({ role: "coordinator", recipient: { name: "Priya Nair" } }),
    about: { role: "chief executive", email: "self-assessment/endorsement-wanted" },
  },
});
