import { defineEmail, fact } from "../define-email";
import { sessionDay, triadFour } from "../examples";
import { P } from "../letter";
import { calendarNote, sentence } from "../words";

/** To those of a group that goes into another, and to the coordinator. */
export const groupMerged = defineEmail({
  about: { sessionOn: fact.day, who: fact.words },
  what: () => "Group dissolved",
  deadline: "settled",
  preview: () => "Its authorities go on in another group.",
  heading: (letter) => `${sentence(letter.title)} goes into another group`,
  Body: ({ letter }) => (
    <P>{letter.about.who ? `${letter.about.who} go on in another group, which tells them itself.` : "Its authorities go on in another group."} {calendarNote(letter)} Read the reason in Candour.</P>
  ),
  button: () => ({ label: "See what became of it" }),
  next: () => null,
  example: { ...triadFour({ role: "memberDcs", recipient: { name: "Amara Okafor" }, calendar: [sessionDay({ method: "CANCEL", sequence: 2 })] }), about: { sessionOn: "2027-02-09", who: "Kent and Medway" } },
});
