import { sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { dueDay, kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote, newDay, sentence } from "../words";

/** To the director (and the delegate by choice), and to the coordinator as a record, when there is more time. */
export const extensionGranted = defineEmail({
  about: { newDate: fact.day, newDueOn: fact.day, oldDueOn: fact.day },
  what: (letter) => byRole(letter, { coordinator: "You granted more time", others: "You have more time" }),
  due: (letter) => newDay(letter),
  deadline: "awaited",
  preview: (letter) => (newDay(letter) ? `The new date is ${sayDay(newDay(letter) ?? "", letter.when)}.` : "There is a new date."),
  heading: (letter) => `${sentence(letter.title)} has more time`,
  Body: ({ letter }) => (
    <>
      <P>
        {newDay(letter) ? `It is now due by ${sayDay(newDay(letter) ?? "", letter.when)}.` : "It has a new date."}
        {letter.about.oldDueOn ? ` It was ${sayDay(letter.about.oldDueOn, letter.when)}.` : ""}
      </P>
      <P>{byRole(letter, { coordinator: "The director has been told. The other authorities' date stays as it is.", others: "Tell the authors of your chapters. The date of the challenge does not move with it." })}</P>
      {letter.calendar.length > 0 ? <P>{calendarNote(letter)}</P> : null}
    </>
  ),
  button: () => ({ label: "Open the self-assessment" }),
  next: () => "Reminders follow the new date.",
  example: {
    ...kent({ due: "2026-12-07", by: "Priya Nair, SLI coordinator, South East", calendar: [dueDay({ uid: "0199f2c4-8b22@candour", sequence: 1, title: "Kent self-assessment due", startsOn: "2026-12-07", endsOn: "2026-12-07", path: "/self-assessments/0199f2c4-example" })] }),
    about: { newDueOn: "2026-12-07", oldDueOn: "2026-11-30" },
  },
});
