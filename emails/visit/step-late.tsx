import { defineEmail, fact } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { lower, sentence } from "../words";

/** To whoever holds a step whose date has passed, the coordinator, and the regional chair when it is well past. */
export const stepLate = defineEmail({
  about: { stepName: fact.words, stepDueOn: fact.day },
  what: ({ about }) => `Late: ${about.stepName ? lower(about.stepName) : "the next step"}`,
  due: ({ about, due }) => about.stepDueOn ?? due,
  deadline: "awaited",
  preview: () => "Its date has passed.",
  heading: (letter) => `${sentence(letter.title)} waits: ${letter.about.stepName ? lower(letter.about.stepName) : "the next step"}`,
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        coordinator: "The date has passed and it has not been done. Whoever holds the step has been told. You can remind them yourself, or do what is yours.",
        regionalChair: "The coordinator has been reminded and the step has not been taken. You are told so that you can ask whether help is needed.",
        others: "The date has passed. It can still be done, and the visit waits for it. If it cannot, tell the region’s coordinator.",
      })}
    </P>
  ),
  button: () => ({ label: "See where it stands" }),
  next: (letter) => byRole(letter, { regionalChair: "Nothing is asked of you in Candour.", others: "The coordinator sees that it is late." }),
  example: { ...leeds({ by: null }), about: { stepName: "Share the position statement", stepDueOn: "2026-11-20" } },
});
