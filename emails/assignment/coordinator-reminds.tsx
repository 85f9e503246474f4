import { defineEmail, fact } from "../define-email";
import { triadPlace } from "../examples";
import { P } from "../letter";
import { sayDays, sayName } from "../words";

/** To whoever holds the next step, at the coordinator’s press. */
export const coordinatorReminds = defineEmail({
  about: { person: fact.words, firstDay: fact.day, lastDay: fact.day, respondBy: fact.day, lead: fact.yesOrNo },
  what: () => "A reminder from your coordinator",
  due: (letter) => letter.about.respondBy,
  deadline: "awaited",
  preview: (letter) => `${sayName(letter)} asks after your answer.`,
  heading: (letter) => `${sayName(letter)} asks whether you can come`,
  Body: ({ letter }) => (
    <>
      <P>{`You are asked to ${letter.title}${sayDays(letter) ? `, ${sayDays(letter)}` : ""}. A no is as good as a yes: the place then goes to somebody else.`}</P>
    </>
  ),
  button: () => ({ label: "Answer the invitation" }),
  next: () => "The coordinator sees that you were reminded.",
  example: { ...triadPlace(), about: { person: "Jo Field", firstDay: "2027-02-11", lastDay: "2027-02-11", respondBy: "2026-11-30", lead: false } },
});
