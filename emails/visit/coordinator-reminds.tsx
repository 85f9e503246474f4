import { defineEmail, fact } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { lower, sayName } from "../words";

/** To whoever holds the next step, when the coordinator asks after it. */
export const coordinatorReminds = defineEmail({
  about: { stepName: fact.words, stepDueOn: fact.day },
  what: () => "A reminder from your coordinator",
  due: ({ about, due }) => about.stepDueOn ?? due,
  deadline: "awaited",
  preview: (letter) => `${sayName(letter)} asks after ${letter.title}.`,
  heading: (letter) => `${sayName(letter)} asks after ${letter.title}`,
  Body: ({ letter }) => <P>{letter.about.stepName ? `It waits for this: ${lower(letter.about.stepName)}. ` : "It waits for you. "}If something stands in the way, tell the coordinator.</P>,
  button: () => ({ label: "See what is wanted of you" }),
  next: () => "The coordinator sees that you were reminded, and when it is done.",
  example: { ...leeds({ role: "addressee" }), about: { stepName: "Share the position statement", stepDueOn: "2026-11-30" } },
});
