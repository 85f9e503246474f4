import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the person and whoever nominated: a place is kept for a while. */
export const offered = defineEmail({
  about: { programme: fact.words, person: fact.words, offerUntilOn: fact.day, offerUntilAt: fact.words },
  what: () => "A place is offered",
  due: (letter) => letter.about.offerUntilOn,
  deadline: "awaited",
  preview: () => "Accept on the page with one press; then book all days of the programme in one form.",
  heading: (letter) => `There is a place on ${letter.about.programme ?? "the programme"} for ${letter.role === "participant" ? "you" : (letter.about.person ?? "your colleague")}`,
  Body: ({ letter }) => (
    <>
      <P>{`The place is kept${letter.about.offerUntilAt ? ` until ${letter.about.offerUntilAt} on the day below` : " for a while"}, counted in working hours.`}</P>
      <P>{"Accept on the page with one press; then book all days of the programme in one form. Or say why not, and it goes to the first reserve."}</P>
    </>
  ),
  button: () => ({ label: "Answer the offer" }),
  next: () => "A place that is not accepted by then goes to the first reserve.",
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field", offerUntilOn: "2026-11-27", offerUntilAt: "11:05" } },
});
