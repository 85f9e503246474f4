import { defineEmail, fact } from "../define-email";
import { leeds, visitDays } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote } from "../words";

/** To the host, the team and the coordinator when the place or the joining instructions change. */
export const arrangementsChanged = defineEmail({
  about: { firstDay: fact.day, lastDay: fact.day },
  what: () => "Arrangements changed",
  due: ({ about }) => about.firstDay,
  deadline: { says: "from" },
  preview: () => "Look at them again: something is different.",
  heading: (letter) => `The arrangements for ${letter.title} have changed`,
  Body: ({ letter }) => (
    <P>
      The page says where it takes place, whom to ask and how to get in. {calendarNote(letter)}{byRole(letter, { leadChallenger: " The timetable is there as far as it is made.", challenger: " The timetable is there as far as it is made.", others: "" })}
    </P>
  ),
  button: () => ({ label: "See the arrangements" }),
  next: () => "If anything changes again, you are told.",
  example: { ...leeds({ by: "Tom Wills, delegate of the director, Leeds", calendar: [visitDays({ sequence: 1 })] }), about: { firstDay: "2027-01-26", lastDay: "2027-01-28" } },
});
