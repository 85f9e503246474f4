import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the person and whoever nominated: endorsed, and with the board. */
export const submitted = defineEmail({
  about: { programme: fact.words, person: fact.words, selectBy: fact.day },
  what: () => "With the selection board",
  due: (letter) => letter.about.selectBy,
  deadline: { says: "decisions by" },
  preview: () => "The nomination is now with the selection board.",
  heading: (letter) => `${letter.about.person ?? "The person"} is endorsed for ${letter.about.programme ?? "the programme"}`,
  Body: () => (
    <>
      <P>{"The nomination is now with the selection board. Nothing more is needed."}</P>
    </>
  ),
  button: () => ({ label: "See the nomination" }),
  next: () => "Decisions are told to everybody on the same day.",
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field", selectBy: "2027-02-09" } },
});
