import { sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote, newDay, sayRound, sentence } from "../words";

/** To the authors and the director, when the round's date moves and theirs with it. */
export const dateMoved = defineEmail({
  about: { newDate: fact.day, newDueOn: fact.day, oldDueOn: fact.day },
  what: () => "New date",
  due: (letter) => newDay(letter),
  deadline: "awaited",
  preview: (letter) => (newDay(letter) ? `Now due ${sayDay(newDay(letter) ?? "", letter.when)}.` : "There is a new date."),
  heading: (letter) => `${sentence(letter.title)} has a new date`,
  Body: ({ letter }) => {
    const writer = <P>If you planned your chapters by the old date, look at them again.</P>;
    return (
      <>
        <P>
          The dates of {sayRound(letter)} have moved.
          {newDay(letter) ? ` It is now due by ${sayDay(newDay(letter) ?? "", letter.when)}` : ""}
          {newDay(letter) && letter.about.oldDueOn ? `; it was ${sayDay(letter.about.oldDueOn, letter.when)}` : ""}
          {newDay(letter) ? "." : ""}
        </P>
        {byRole(letter, { author: writer, contributor: writer, others: <P>The authors of the chapters have been told. The reason stands in the round.</P> })}
        {letter.calendar.length > 0 ? <P>{calendarNote(letter)}</P> : null}
      </>
    );
  },
  button: () => ({ label: "Open the self-assessment" }),
  next: () => "Reminders follow the new date.",
  example: { ...kent({ role: "author", recipient: { name: "Daniel Hughes" }, due: "2026-12-07", by: null }), about: { newDueOn: "2026-12-07", oldDueOn: "2026-11-30" } },
});
