import { defineEmail, fact } from "../define-email";
import { tutoringOf } from "../examples";
import { P } from "../letter";

/** To somebody who completed a programme: would they teach? */
export const asked = defineEmail({
  about: { answerBy: fact.day },
  what: () => "Would you teach?",
  due: (letter) => letter.about.answerBy,
  deadline: "awaited",
  preview: () => "You completed a leadership programme. The region would like you to teach on the next.",
  heading: () => "Would you teach on a leadership programme?",
  Body: () => (
    <>
      <P>{"You completed a leadership programme, and the region would like to have you among its tutors. Tutors teach a day now and then, as suits them: each day is asked for by itself."}</P>
    </>
  ),
  button: () => ({ label: "Answer" }),
  next: () => "A no is as good as a yes.",
  example: { ...tutoringOf(), about: { answerBy: "2026-12-11" } },
});
