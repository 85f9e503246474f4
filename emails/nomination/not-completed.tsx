import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the person: the rule was not met. */
export const notCompleted = defineEmail({
  about: { programme: fact.words, person: fact.words },
  what: () => "Not completed",
  due: () => null,
  deadline: "settled",
  preview: () => "The page shows which days are missing or that the assignment was not handed in.",
  heading: (letter) => `${sentence(letter.about.programme ?? "the programme")} is over, and was not completed`,
  Body: () => (
    <>
      <P>{"The page shows which days are missing or that the assignment was not handed in. Speak with the coordinator if that is not right: days can be made up with a later cohort."}</P>
    </>
  ),
  button: () => ({ label: "See what is missing" }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field" } },
});
