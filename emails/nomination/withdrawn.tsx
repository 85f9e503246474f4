import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To everybody concerned: withdrawn. */
export const withdrawn = defineEmail({
  about: { programme: fact.words, person: fact.words },
  what: () => "Withdrawn",
  due: () => null,
  deadline: "settled",
  preview: () => "A place that was kept goes to the first reserve, and booked days are cancelled.",
  heading: (letter) => `${letter.about.person ?? "The person"}’s nomination for ${letter.about.programme ?? "the programme"} is withdrawn`,
  Body: () => (
    <>
      <P>{"A place that was kept goes to the first reserve, and booked days are cancelled. The reason is in Candour."}</P>
    </>
  ),
  button: () => ({ label: "See the nomination" }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field" } },
});
