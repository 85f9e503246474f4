import { sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { sessionDay, triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote } from "../words";

/** To everybody in a session when it is put off; takes the date out of calendars. */
export const sessionPostponed = defineEmail({
  about: { sessionOn: fact.day },
  what: () => "Postponed",
  deadline: "settled",
  preview: () => "It does not take place on the day set. A new date follows.",
  heading: (letter) => `The session of ${letter.title} is postponed`,
  Body: ({ letter }) => (
    <P>It does not take place{letter.about.sessionOn ? ` on ${sayDay(letter.about.sessionOn, letter.when)}` : " as planned"}. {calendarNote(letter)} What has been prepared is kept. Read the reason in Candour.</P>
  ),
  button: () => ({ label: "See the group" }),
  next: (letter) => byRole(letter, { coordinator: "Set a new date, or offer dates again.", others: "You are told the new date, or asked which days you can make." }),
  example: { ...triadFour({ role: "memberDcs", recipient: { name: "Amara Okafor" }, calendar: [sessionDay({ method: "CANCEL", sequence: 1 })] }), about: { sessionOn: "2027-02-09" } },
});
