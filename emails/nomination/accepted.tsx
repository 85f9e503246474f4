import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the person: the place is theirs. */
export const accepted = defineEmail({
  about: { programme: fact.words, person: fact.words, firstDay: fact.day, daysPath: fact.words },
  what: () => "Your place is yours",
  due: (letter) => letter.about.firstDay,
  deadline: { says: "begins on" },
  preview: () => "Now book its days.",
  heading: (letter) => `Welcome to ${letter.about.programme ?? "the programme"}`,
  Body: () => (
    <>
      <P>{"Now book its days: one page shows every day with its dates, and one press books them all. Say there what you need on the days."}</P>
    </>
  ),
  button: (letter) => ({ label: "Book your days", ...(letter.about.daysPath ? { path: letter.about.daysPath } : {}) }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field", firstDay: "2027-02-09", daysPath: "/cohorts/0199f2c4-example/days" } },
});
