import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the person and whoever nominated: the cohort does not take place. */
export const cohortCancelled = defineEmail({
  about: { programme: fact.words, person: fact.words },
  what: () => "Cancelled",
  due: () => null,
  deadline: "settled",
  preview: () => "Nothing is left to do.",
  heading: (letter) => `${sentence(letter.about.programme ?? "the programme")} does not take place`,
  Body: () => (
    <>
      <P>{"Nothing is left to do. Its days are out of your calendar."}</P>
    </>
  ),
  button: () => ({ label: "See the nomination" }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field" } },
});
