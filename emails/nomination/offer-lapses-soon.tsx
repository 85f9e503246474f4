import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the person, before the offer lapses. */
export const offerLapsesSoon = defineEmail({
  about: { programme: fact.words, person: fact.words, offerUntilOn: fact.day, offerUntilAt: fact.words },
  what: () => "Your place lapses soon",
  due: (letter) => letter.about.offerUntilOn,
  deadline: "awaited",
  preview: () => "See the nomination in Candour.",
  heading: (letter) => `Your place on ${letter.about.programme ?? "the programme"} is kept only a little longer`,
  Body: ({ letter }) => (
    <>
      <P>{`Please accept or decline${letter.about.offerUntilAt ? ` before ${letter.about.offerUntilAt} on the day below` : ""}.`}</P>
    </>
  ),
  button: () => ({ label: "Answer the offer" }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field", offerUntilOn: "2026-11-27", offerUntilAt: "11:05" } },
});
