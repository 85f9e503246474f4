import { defineEmail, fact } from "../define-email";
import { tutoringOf } from "../examples";
import { P } from "../letter";

/** To somebody who has not said whether they teach. */
export const answerDue = defineEmail({
  about: { answerBy: fact.day },
  what: () => "Say whether you teach",
  due: (letter) => letter.about.answerBy,
  deadline: "awaited",
  preview: () => "The coordinator waits for your answer.",
  heading: () => "Would you teach on a leadership programme?",
  Body: () => (
    <>
      <P>{"You were asked to join the region’s tutors. A no is as good as a yes."}</P>
    </>
  ),
  button: () => ({ label: "Answer" }),
  next: () => null,
  example: { ...tutoringOf(), about: { answerBy: "2026-12-11" } },
});
