import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the person: completed, with a certificate. */
export const completed = defineEmail({
  about: { programme: fact.words, person: fact.words },
  what: () => "You have completed it",
  due: () => null,
  deadline: "settled",
  preview: () => "Your certificate is on the page, as a PDF.",
  heading: (letter) => `You have completed ${letter.about.programme ?? "the programme"}`,
  Body: () => (
    <>
      <P>{"Your certificate is on the page, as a PDF. Alumni can train as challengers and teach later cohorts: the page says how."}</P>
    </>
  ),
  button: () => ({ label: "Get your certificate" }),
  next: () => "In six months you are asked what it changed.",
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field" } },
});
