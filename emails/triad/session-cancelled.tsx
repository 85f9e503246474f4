import { defineEmail, fact } from "../define-email";
import { sessionDay, triadFour } from "../examples";
import { P } from "../letter";
import { calendarNote, sentence } from "../words";

/** To everybody in a group when its session will not take place; takes the date out of calendars. */
export const sessionCancelled = defineEmail({
  about: { sessionOn: fact.day },
  what: () => "Cancelled",
  deadline: "settled",
  preview: () => "The group does not meet.",
  heading: (letter) => `${sentence(letter.title)} does not meet`,
  Body: ({ letter }) => (
    <P>The session does not take place. {calendarNote(letter)} Read the reason in Candour.</P>
  ),
  button: () => ({ label: "See the group" }),
  next: () => null,
  example: { ...triadFour({ role: "memberDcs", recipient: { name: "Amara Okafor" }, calendar: [sessionDay({ method: "CANCEL", sequence: 2 })] }), about: { sessionOn: "2027-02-09" } },
});
