import { defineEmail, fact } from "../define-email";
import { leeds, visitDays } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote, sayDays, sentence } from "../words";

/** To everybody on the visit when it is put off; takes the dates out of calendars. */
export const postponed = defineEmail({
  about: { firstDay: fact.day, lastDay: fact.day },
  what: () => "Postponed",
  deadline: "settled",
  preview: () => "It does not take place on the dates set. New dates follow.",
  heading: (letter) => `${sentence(letter.title)} is postponed`,
  Body: ({ letter }) => (
    <>
      <P>It does not take place{sayDays(letter) ? ` ${sayDays(letter)}` : " as planned"}. {calendarNote(letter)}</P>
      <P>{byRole(letter, { coordinator: "Set new dates, or withdraw it.", others: "Whatever has been prepared is kept." })} Read the reason in Candour.</P>
    </>
  ),
  button: () => ({ label: "See the visit" }),
  next: () => "You are told the new dates. Everybody on the team is then asked again whether they can come.",
  example: { ...leeds({ calendar: [visitDays({ method: "CANCEL", sequence: 1 })] }), about: { firstDay: "2027-01-26", lastDay: "2027-01-28" } },
});
