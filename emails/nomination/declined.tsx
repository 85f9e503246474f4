import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the person and the coordinator: the place is declined. */
export const declined = defineEmail({
  about: { programme: fact.words, person: fact.words },
  what: () => "Place declined",
  due: () => null,
  deadline: "settled",
  preview: () => "It goes to the first reserve.",
  heading: (letter) => `The place on ${letter.about.programme ?? "the programme"} is declined`,
  Body: () => (
    <>
      <P>{"It goes to the first reserve. The reason is in Candour."}</P>
    </>
  ),
  button: () => ({ label: "See the nomination" }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field" } },
});
