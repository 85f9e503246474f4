import { defineEmail, fact } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the host, the team and the coordinator when the first day has come. */
export const visitBegun = defineEmail({
  about: { firstDay: fact.day, lastDay: fact.day },
  what: () => "Begins",
  due: ({ about }) => about.firstDay,
  deadline: { says: "on" },
  preview: () => "The day page has the timetable, the place and whom to ask.",
  heading: (letter) => `${sentence(letter.title)} begins`,
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        leadChallenger: "The day page shows what comes next, on a phone too. On the last day your team presents what it saw; say so there when it is done.",
        challenger: "The day page shows what comes next, on a phone too.",
        others: "The day page shows what comes next and who is where, on a phone too.",
      })}
    </P>
  ),
  button: (letter) => ({ label: "Open the day page", path: `${letter.path}/day` }),
  next: () => "On the last day the team presents what it saw. Then findings are filed and a letter is written.",
  example: { ...leeds({ role: "leadChallenger", by: null }), about: { firstDay: "2027-01-26", lastDay: "2027-01-28" } },
});
