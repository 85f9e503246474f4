import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the person and whoever nominated: not selected. */
export const notSelected = defineEmail({
  about: { programme: fact.words, person: fact.words },
  what: () => "Not selected this time",
  due: () => null,
  deadline: "settled",
  preview: () => "There were more nominations than places.",
  heading: (letter) => `${letter.about.person ?? "The person"} was not selected for ${letter.about.programme ?? "the programme"}`,
  Body: () => (
    <>
      <P>{"There were more nominations than places. The board sees at the next cohort that this was so."}</P>
    </>
  ),
  button: () => ({ label: "See the nomination" }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field" } },
});
