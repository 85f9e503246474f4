import { isPast } from "../dates";
import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { sayName } from "../words";

/** To those from whom something is still wanted, when the coordinator reminds them. */
export const coordinatorReminds = defineEmail({
  about: { stepName: fact.words, stepDueOn: fact.day },
  what: ({ about }) => about.stepName ?? "Something is wanted of you",
  due: ({ about, due }) => about.stepDueOn ?? due,
  deadline: "awaited",
  preview: () => "The coordinator asks you for it.",
  heading: (letter) => letter.about.stepName ?? "Something is wanted of you",
  Body: ({ letter }) => (
    <P>{sayName(letter)} reminds you: {letter.title} waits for your authority{letter.about.stepDueOn ? (isPast(letter.about.stepDueOn, letter.when) ? ", and the day for it has passed" : "") : ""}.</P>
  ),
  button: () => ({ label: "Open the group" }),
  next: () => "Whoever has done it gets no reminder.",
  example: { ...triadFour({ role: "addressee", recipient: { name: "Amara Okafor" } }), about: { stepName: "Answer the date poll", stepDueOn: "2026-12-07" } },
});
