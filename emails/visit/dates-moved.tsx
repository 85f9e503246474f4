import { defineEmail, fact } from "../define-email";
import { leeds, visitDays } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote, sayDays, sentence } from "../words";

/** To the host, those who had accepted, and the coordinator when the visit has other dates. */
export const datesMoved = defineEmail({
  about: { firstDay: fact.day, lastDay: fact.day },
  what: () => "New dates",
  due: ({ about }) => about.firstDay,
  deadline: { says: "from" },
  preview: (letter) => `The visit is now${sayDays(letter) ? ` ${sayDays(letter)}` : " on other days"}.`,
  heading: (letter) => `${sentence(letter.title)} has new dates`,
  Body: ({ letter }) => (
    <>
      <P>It is now{sayDays(letter) ? ` ${sayDays(letter)}` : " on other days"}. {calendarNote(letter)}</P>
      <P>
        {byRole(letter, {
          leadChallenger: "You are asked again whether you can come: the new dates may not suit you.",
          challenger: "You are asked again whether you can come: the new dates may not suit you.",
          coordinator: "Everybody who had accepted is asked again. Fill a place that becomes free.",
          others: "Everybody who had accepted is asked again. What you have prepared is kept.",
        })}
      </P>
      <P>Read the reason in Candour.</P>
    </>
  ),
  button: () => ({ label: "See the visit" }),
  next: () => "When everybody has accepted the new dates, the coordinator confirms the team again.",
  example: { ...leeds({ calendar: [visitDays({ sequence: 2 })] }), about: { firstDay: "2027-01-26", lastDay: "2027-01-28" } },
});
