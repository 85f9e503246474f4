import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";

/** To those who have not answered the date poll, before it closes. */
export const answerWanted = defineEmail({
  about: { pollClosesOn: fact.day, dates: fact.count },
  what: () => "Still to answer: which days can you make?",
  due: ({ about }) => about.pollClosesOn,
  deadline: "awaited",
  preview: () => "Your authority has not answered yet.",
  heading: () => "Which days can you make?",
  Body: ({ letter }) => (
    <P>Your authority has not yet answered the days offered for the session of {letter.title}. It takes a minute: one page, one answer for each day.</P>
  ),
  button: (letter) => ({ label: "Answer the dates", path: `${letter.path}/dates` }),
  next: () => "A group that does not answer may be given a day it cannot make.",
  example: { ...triadFour({ role: "asked", by: null, recipient: { name: "Amara Okafor" } }), about: { pollClosesOn: "2026-12-07", dates: 6 } },
});
