import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayDays, sentence } from "../words";

/** To the director (and the delegate by choice) when challengers have been asked, and to the coordinator as a record. */
export const teamProposed = defineEmail({
  about: { firstDay: fact.day, lastDay: fact.day, objectBy: fact.day, teamSize: fact.count },
  what: (letter) => byRole(letter, { coordinator: "Team asked", others: "See the proposed team" }),
  due: (letter) => byRole(letter, { coordinator: null, others: letter.about.objectBy }),
  deadline: "awaited",
  preview: (letter) => `${sentence(count(letter.about.teamSize ?? 0, "challenger"))} asked${sayDays(letter) ? ` for a visit ${sayDays(letter)}` : ""}.`,
  heading: (letter) => `A team is proposed for ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>
        {letter.about.teamSize ? `${sentence(count(letter.about.teamSize, "challenger"))} from other authorities have been asked` : "Challengers from other authorities have been asked"}
        {sayDays(letter) ? ` for a visit ${sayDays(letter)}` : ""}. Each one says whether they can come, declares any conflict and signs the code of conduct for this visit.
      </P>
      <P>
        {byRole(letter, {
          coordinator: "You can follow on the visit’s page who has accepted, and fill a place that becomes free.",
          others: "The page says why each of them was chosen. You may object to one of them, once, with a reason; or say that the team is welcome, which saves days.",
        })}
      </P>
    </>
  ),
  button: () => ({ label: "See the team" }),
  next: () => "When everybody has accepted, the coordinator confirms the team and everybody gets the dates for their calendar.",
  example: { ...leeds(), about: { firstDay: "2027-01-26", lastDay: "2027-01-28", objectBy: "2026-11-30", teamSize: 4 } },
});
