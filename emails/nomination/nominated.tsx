import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the person: they have been nominated. */
export const nominated = defineEmail({
  about: { programme: fact.words, person: fact.words, closesOn: fact.day },
  what: () => "You are nominated",
  due: (letter) => letter.about.closesOn,
  deadline: { says: "to be endorsed by" },
  preview: () => "Your line manager is asked to approve it, and then the director of your service to endorse it.",
  heading: (letter) => `You are nominated for ${letter.about.programme ?? "a leadership programme"}`,
  Body: () => (
    <>
      <P>{"Your line manager is asked to approve it, and then the director of your service to endorse it. The page shows where it stands."}</P>
    </>
  ),
  button: () => ({ label: "See your nomination" }),
  next: () => "You are told at each step.",
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field", closesOn: "2026-12-11" } },
});
