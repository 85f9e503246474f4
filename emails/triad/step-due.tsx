import { daysUntil } from "../dates";
import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";

/** To the coordinator, before and after the day of a step of a group. */
export const stepDue = defineEmail({
  about: { stepName: fact.words, stepDueOn: fact.day },
  what: ({ about }) => about.stepName ?? "Next step",
  due: ({ about, due }) => about.stepDueOn ?? due,
  deadline: "awaited",
  preview: () => "It waits for you.",
  heading: (letter) => `${letter.about.stepName ?? "The next step"}: ${letter.title} waits for you`,
  Body: ({ letter }) => (
    <P>{letter.about.stepDueOn && daysUntil(letter.about.stepDueOn, letter.when) < 0 ? "The day for it has passed." : "The day for it is near."} The group cannot go on before.</P>
  ),
  button: () => ({ label: "Open the group" }),
  next: () => null,
  example: { ...triadFour({ by: null }), about: { stepName: "Offer dates", stepDueOn: "2026-11-30" } },
});
