import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the person: their manager approves. */
export const approved = defineEmail({
  about: { programme: fact.words, person: fact.words, closesOn: fact.day },
  what: () => "Approved by your manager",
  due: (letter) => letter.about.closesOn,
  deadline: { says: "to be endorsed by" },
  preview: () => "The director of your service is now asked to endorse it.",
  heading: (letter) => `Your manager approves your place on ${letter.about.programme ?? "the programme"}`,
  Body: () => (
    <>
      <P>{"The director of your service is now asked to endorse it."}</P>
    </>
  ),
  button: () => ({ label: "See your nomination" }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field", closesOn: "2026-12-11" } },
});
