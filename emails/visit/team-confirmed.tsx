import { defineEmail, fact } from "../define-email";
import { leeds, visitDays } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote, sayDays } from "../words";

/** To the host, the team and the coordinator when the team is complete; with the dates for the calendar. */
export const teamConfirmed = defineEmail({
  about: { firstDay: fact.day, lastDay: fact.day, teamSize: fact.count },
  what: () => "Team confirmed",
  due: ({ about }) => about.firstDay,
  deadline: { says: "from" },
  preview: (letter) => `The visit takes place${sayDays(letter) ? ` ${sayDays(letter)}` : ""}.`,
  heading: (letter) => `The team for ${letter.title} is confirmed`,
  Body: ({ letter }) => (
    <>
      <P>
        {letter.about.teamSize ? `All ${letter.about.teamSize} challengers have accepted` : "Everybody has accepted"}, and the visit takes place{sayDays(letter) ? ` ${sayDays(letter)}` : ""}. {calendarNote(letter)}
      </P>
      <P>
        {byRole(letter, {
          leadChallenger: "You lead the team. The page has its key lines of enquiry and everybody’s names.",
          challenger: "The page has the key lines of enquiry and everybody’s names. Where to go and when follows from the host.",
          chiefExecutive: "On the last day the team presents what it saw. Please keep that time free.",
          coordinator: "The host now says where it takes place, and writes its position statement.",
          others: "Now say where it takes place and whom to ask, and begin the position statement and the timetable.",
        })}
      </P>
    </>
  ),
  button: (letter) => byRole(letter, { hostDcs: { label: "Make the arrangements" }, delegate: { label: "Make the arrangements" }, hostOrganiser: { label: "Make the arrangements" }, others: { label: "See the visit" } }),
  next: () => "When the arrangements are made, everybody gets them, and the dates again with the place.",
  example: { ...leeds({ calendar: [visitDays()] }), about: { firstDay: "2027-01-26", lastDay: "2027-01-28", teamSize: 4 } },
});
