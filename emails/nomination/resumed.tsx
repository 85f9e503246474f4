import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the coordinator: somebody who deferred is back. */
export const resumed = defineEmail({
  about: { programme: fact.words, person: fact.words },
  what: () => "Back after deferring",
  due: () => null,
  deadline: "settled",
  preview: () => "The endorsement stands from before.",
  heading: (letter) => `${letter.about.person ?? "Somebody"} is nominated for this cohort after deferring`,
  Body: () => (
    <>
      <P>{"The endorsement stands from before. They are on the board with everybody else."}</P>
    </>
  ),
  button: () => ({ label: "See the nomination" }),
  next: () => null,
  example: { ...nominationOf({ role: "coordinator", recipient: { name: "Priya Nair" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field" } },
});
