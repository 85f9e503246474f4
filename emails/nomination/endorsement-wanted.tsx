import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the director of the person’s service. */
export const endorsementWanted = defineEmail({
  about: { programme: fact.words, person: fact.words, endorseBy: fact.day },
  what: () => "Endorse",
  due: (letter) => letter.about.endorseBy,
  deadline: "awaited",
  preview: () => "Their line manager has approved.",
  heading: (letter) => `Do you endorse ${letter.about.person ?? "a colleague"} for ${letter.about.programme ?? "a leadership programme"}?`,
  Body: () => (
    <>
      <P>{"Their line manager has approved. What you endorse goes to the selection board; what you do not, goes no further."}</P>
    </>
  ),
  button: () => ({ label: "Read it, and endorse or refuse" }),
  next: () => null,
  example: { ...nominationOf({ role: "sponsor", recipient: { name: "Asha Patel" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field", endorseBy: "2026-12-11" } },
});
