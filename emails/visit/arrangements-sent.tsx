import { defineEmail, fact } from "../define-email";
import { leeds, visitDays } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote } from "../words";

/** To the host, the team and the coordinator when place and joining instructions are known. */
export const arrangementsSent = defineEmail({
  about: { firstDay: fact.day, lastDay: fact.day },
  what: () => "Arrangements made",
  due: ({ about }) => about.firstDay,
  deadline: { says: "from" },
  preview: () => "Where to go, whom to ask, and how to get in.",
  heading: (letter) => `The arrangements for ${letter.title} are made`,
  Body: ({ letter }) => (
    <P>
      The page says where it takes place, whom to ask and how to get in. {calendarNote(letter)}{byRole(letter, { leadChallenger: " The timetable is there as far as it is made.", challenger: " The timetable is there as far as it is made.", others: "" })}
    </P>
  ),
  button: () => ({ label: "See the arrangements" }),
  next: () => "The host shares its position statement and the timetable with the team. If anything changes, you are told.",
  example: { ...leeds({ by: "Tom Wills, delegate of the director, Leeds", calendar: [visitDays()] }), about: { firstDay: "2027-01-26", lastDay: "2027-01-28" } },
});
