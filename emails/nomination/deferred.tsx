import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the person and the coordinator: put off to a later cohort. */
export const deferred = defineEmail({
  about: { programme: fact.words, person: fact.words },
  what: () => "Deferred",
  due: () => null,
  deadline: "settled",
  preview: () => "The endorsement is kept.",
  heading: (letter) => `${letter.about.person ?? "The person"} has put off ${letter.about.programme ?? "the programme"} to a later cohort`,
  Body: () => (
    <>
      <P>{"The endorsement is kept. When nominations for a later cohort are open, one press puts it before that board."}</P>
    </>
  ),
  button: () => ({ label: "See the nomination" }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field" } },
});
