import { defineEmail } from "../define-email";
import { dueDay, southEast } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote, sayRound, sentence } from "../words";

/** To every director taking part and to the coordinator, when a round is called off. */
export const roundCancelled = defineEmail({
  about: {},
  what: () => "Round cancelled, nothing more to do",
  due: () => null,
  deadline: "settled",
  preview: () => "Nothing more is asked of you in this round.",
  heading: (letter) => `${sentence(sayRound(letter))} is cancelled`,
  Body: ({ letter }) => (
    <>
      <P>
        {byRole(letter, {
          coordinator: "The directors taking part and the authors have been told. Their deadlines are closed.",
          others: "Nothing more is asked of you or of your authors in this round. What was written is kept, and can be carried forward.",
        })}
      </P>
      <P>Read the reason in Candour.</P>
      {letter.calendar.length > 0 ? <P>{calendarNote(letter)}</P> : null}
    </>
  ),
  button: () => ({ label: "See why" }),
  next: () => null,
  example: { ...southEast({ role: "dcs", recipient: { name: "Amara Okafor" }, calendar: [dueDay({ method: "CANCEL", sequence: 2 })] }), about: {} },
});
