import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the person and whoever nominated: somebody else takes the place. */
export const replaced = defineEmail({
  about: { programme: fact.words, person: fact.words },
  what: () => "Replaced",
  due: () => null,
  deadline: "settled",
  preview: () => "Their authority nominates another person, who needs the same approvals.",
  heading: (letter) => `Somebody else takes ${letter.about.person ?? "the person"}’s place on ${letter.about.programme ?? "the programme"}`,
  Body: () => (
    <>
      <P>{"Their authority nominates another person, who needs the same approvals. Booked days are cancelled. The reason is in Candour."}</P>
    </>
  ),
  button: () => ({ label: "See the nomination" }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field" } },
});
