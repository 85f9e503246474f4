import { sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { dueDay, southEast } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote, sayRound } from "../words";

/** To every director taking part and to the coordinator, when the round's dates change. */
export const datesMoved = defineEmail({
  about: { submissionsDueOn: fact.day, oldDueOn: fact.day },
  what: () => "Dates moved",
  due: ({ about, due }) => about.submissionsDueOn ?? due,
  deadline: "awaited",
  preview: (letter) => `New dates for ${sayRound(letter)}.`,
  heading: (letter) => `The dates of ${sayRound(letter)} have moved`,
  Body: ({ letter }) => (
    <>
      {letter.about.submissionsDueOn && letter.about.oldDueOn && letter.about.submissionsDueOn !== letter.about.oldDueOn ? (
        <P>
          Self-assessments are now due by {sayDay(letter.about.submissionsDueOn, letter.when)}. It was {sayDay(letter.about.oldDueOn, letter.when)}.
        </P>
      ) : (
        <P>The day by which self-assessments are due stays as it was; a later date of the round has moved.</P>
      )}
      <P>{byRole(letter, { coordinator: "The directors and the authors have been told.", others: "Read the reason, and all the dates, in Candour." })}</P>
      {letter.calendar.length > 0 ? <P>{calendarNote(letter)}</P> : null}
    </>
  ),
  button: () => ({ label: "See the new dates" }),
  next: () => "Reminders follow the new dates. Extensions that were granted stay as they are where they are later.",
  example: {
    ...southEast({ role: "dcs", recipient: { name: "Amara Okafor" }, due: "2026-12-07", calendar: [dueDay({ sequence: 1, startsOn: "2026-12-07", endsOn: "2026-12-07" })] }),
    about: { submissionsDueOn: "2026-12-07", oldDueOn: "2026-11-30" },
  },
});
