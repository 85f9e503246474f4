import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the director of the person’s service, before and after the day. */
export const endorsementDue = defineEmail({
  about: { programme: fact.words, person: fact.words, endorseBy: fact.day },
  what: () => "Endorse",
  due: (letter) => letter.about.endorseBy,
  deadline: "awaited",
  preview: () => "Only nominations that are endorsed by the closing date can be selected.",
  heading: (letter) => `${letter.about.person ?? "A colleague"}’s nomination waits for you`,
  Body: () => (
    <>
      <P>{"Only nominations that are endorsed by the closing date can be selected."}</P>
    </>
  ),
  button: () => ({ label: "Read it, and endorse or refuse" }),
  next: () => null,
  example: { ...nominationOf({ role: "sponsor", recipient: { name: "Asha Patel" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field", endorseBy: "2026-12-11" } },
});
