import { daysUntil } from "../dates";
import { defineEmail, fact } from "../define-email";
import { southEast } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { ofAll, sayRound, sentence } from "../words";

/** To the coordinator, before and after the day of a step of the round; to the regional chair when it is well past. */
export const stepDue = defineEmail({
  about: { stepName: fact.words, stepDueOn: fact.day, submitted: fact.count, authorities: fact.count, outstanding: fact.count },
  what: (letter) => {
    const step = letter.about.stepName ?? "Next step of the round";
    const due = letter.about.stepDueOn ?? letter.due;
    return due && daysUntil(due, letter.when) < 0 ? `Late: ${step.charAt(0).toLowerCase()}${step.slice(1)}` : step;
  },
  due: ({ about, due }) => about.stepDueOn ?? due,
  deadline: "awaited",
  preview: ({ about }) => (typeof about.submitted === "number" ? `${sentence(ofAll(about.submitted, about.authorities, "authority", "authorities"))} submitted so far.` : "A step of the round waits for you."),
  heading: (letter) =>
    byRole(letter, {
      regionalChair: `A step of ${sayRound(letter)} is late`,
      others: `${letter.about.stepName ?? "The next step"}: ${sayRound(letter)} waits for you`,
    }),
  Body: ({ letter }) => (
    <>
      <P>
        {byRole(letter, {
          regionalChair: `The coordinator has been reminded, and the step "${letter.about.stepName ?? "next step"}" has not been taken. You are told so that you can ask whether help is needed.`,
          others: "Only you can take this step. If the date no longer fits, move it and everybody is told.",
        })}
      </P>
      {typeof letter.about.submitted === "number" ? (
        <P>
          {sentence(ofAll(letter.about.submitted, letter.about.authorities, "authority", "authorities"))} submitted
          {letter.about.outstanding ? `, ${letter.about.outstanding} still awaited` : ""}.
        </P>
      ) : null}
    </>
  ),
  button: () => ({ label: "Open the round" }),
  next: (letter) => byRole(letter, { regionalChair: "Nothing is asked of you in Candour.", others: "When you take the step, the directors taking part are told." }),
  example: { ...southEast({ by: null }), about: { stepName: "Close submissions", stepDueOn: "2026-11-25", submitted: 15, authorities: 19, outstanding: 4 } },
});
