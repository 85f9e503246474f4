import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the person: the place is kept longer. */
export const offerExtended = defineEmail({
  about: { programme: fact.words, person: fact.words, offerUntilOn: fact.day, offerUntilAt: fact.words },
  what: () => "Your place is kept longer",
  due: (letter) => letter.about.offerUntilOn,
  deadline: "awaited",
  preview: () => "See the nomination in Candour.",
  heading: (letter) => `Your place on ${letter.about.programme ?? "the programme"} is kept longer`,
  Body: ({ letter }) => (
    <>
      <P>{`It is now kept${letter.about.offerUntilAt ? ` until ${letter.about.offerUntilAt} on the day below` : " for longer"}: you were given more time, or Candour was not there for a while and the time is given back.`}</P>
    </>
  ),
  button: () => ({ label: "Answer the offer" }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field", offerUntilOn: "2026-11-27", offerUntilAt: "11:05" } },
});
