import { count, daysUntil, timeLeft } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { ofAll, sayRound, sentence } from "../words";

/** Three and eight working days after the date: to the director, the delegate and the coordinator, then to the chief executive too. */
export const stillLate = defineEmail({
  about: { workingDaysLate: fact.count, chaptersComplete: fact.count, chapters: fact.count },
  what: ({ about, due, when }) => (about.workingDaysLate ? `${count(about.workingDaysLate, "working day")} late` : due ? sentence(timeLeft(due, when)) : "Still late"),
  deadline: "awaited",
  preview: (letter) => byRole(letter, { chiefExecutive: "You are told because it is well past its date.", others: "It is not in yet." }),
  heading: (letter) => `${sentence(letter.title)} is still not in`,
  Body: ({ letter }) => (
    <>
      {letter.about.chapters ? <P>{sentence(ofAll(letter.about.chaptersComplete ?? 0, letter.about.chapters, "chapter"))} complete.</P> : null}
      {byRole(letter, {
        chiefExecutive: <P>Your authority takes part in {sayRound(letter)}, and its self-assessment is well past its date. You are told so that you can ask your director of children's services what would help.</P>,
        coordinator: <P>The director has been told at each step. A telephone call may do more than another email. You can also grant an extension, or waive it with a reason.</P>,
        others: <P>Other authorities wait to read it before the challenge. Send it in, or agree a date with the coordinator today.</P>,
      })}
    </>
  ),
  button: (letter) => byRole(letter, { chiefExecutive: { label: "See where it stands" }, coordinator: { label: "See where it stands" }, others: { label: "See what is missing" } }),
  next: (letter) =>
    // Eight working days are at least ten days of the calendar, three are at most seven but for bank holidays.
    (letter.about.workingDaysLate ?? (letter.due && daysUntil(letter.due, letter.when) <= -10 ? 8 : 3)) >= 8
      ? "The director, the coordinator and the chief executive have been told. No further reminder is sent by itself."
      : "If it is not in after 8 working days, the chief executive is told too.",
  example: { ...kent({ role: "chiefExecutive", recipient: { name: "Martin Lowe" }, by: null, when: "2026-12-10T07:00:00.000Z" }), about: { workingDaysLate: 8, chaptersComplete: 8, chapters: 9 } },
});
