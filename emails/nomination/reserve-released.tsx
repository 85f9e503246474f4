import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the person and whoever nominated: no place became free. */
export const reserveReleased = defineEmail({
  about: { programme: fact.words, person: fact.words },
  what: () => "No place became free",
  due: () => null,
  deadline: "settled",
  preview: () => "The reserve list is closed.",
  heading: (letter) => `${sentence(letter.about.programme ?? "the programme")} has begun, and no place became free`,
  Body: () => (
    <>
      <P>{"The reserve list is closed. The board sees at the next cohort that you were on it."}</P>
    </>
  ),
  button: () => ({ label: "See the nomination" }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field" } },
});
