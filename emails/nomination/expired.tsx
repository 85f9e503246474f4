import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the person and whoever nominated: the offer lapsed. */
export const expired = defineEmail({
  about: { programme: fact.words, person: fact.words },
  what: () => "The offer has lapsed",
  due: () => null,
  deadline: "settled",
  preview: () => "It was not answered in time, and the place goes to the first reserve.",
  heading: (letter) => `The offer of a place on ${letter.about.programme ?? "the programme"} has lapsed`,
  Body: () => (
    <>
      <P>{"It was not answered in time, and the place goes to the first reserve. If that is a mistake, speak with the coordinator of your region."}</P>
    </>
  ),
  button: () => ({ label: "See the nomination" }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field" } },
});
