import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the person on the first day. */
export const programmeBegun = defineEmail({
  about: { programme: fact.words, person: fact.words, daysPath: fact.words },
  what: () => "It begins",
  due: () => null,
  deadline: "settled",
  preview: () => "The page shows every day, what you have booked and what is left to book.",
  heading: (letter) => `${sentence(letter.about.programme ?? "the programme")} begins`,
  Body: () => (
    <>
      <P>{"The page shows every day, what you have booked and what is left to book."}</P>
    </>
  ),
  button: (letter) => ({ label: "See your days", ...(letter.about.daysPath ? { path: letter.about.daysPath } : {}) }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field", daysPath: "/cohorts/0199f2c4-example/days" } },
});
