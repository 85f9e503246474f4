import { daysUntil } from "../dates";
import { defineEmail, fact } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";

/** To whoever holds the next step, before its date. */
export const stepDue = defineEmail({
  about: { stepName: fact.words, stepDueOn: fact.day },
  what: ({ about }) => about.stepName ?? "Your next step",
  due: ({ about, due }) => about.stepDueOn ?? due,
  deadline: "awaited",
  preview: () => "It waits for you.",
  heading: (letter) => `${letter.about.stepName ?? "The next step"}: ${letter.title} waits for you`,
  Body: ({ letter }) => (
    <P>
      {letter.about.stepDueOn && daysUntil(letter.about.stepDueOn, letter.when) < 0
        ? "The days for it have passed: see how it stands, and go on with what can be done."
        : "If something stands in the way, tell the region’s coordinator in time."}
    </P>
  ),
  button: () => ({ label: "See what is wanted" }),
  next: () => null,
  example: { ...leeds({ by: null }), about: { stepName: "Share the position statement", stepDueOn: "2026-11-30" } },
});
