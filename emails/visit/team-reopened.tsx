import { defineEmail, fact } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the host, those of the team who remain, and the coordinator when a place became free after the team was confirmed. */
export const teamReopened = defineEmail({
  about: { firstDay: fact.day, lastDay: fact.day },
  what: () => "A place on the team is free",
  due: ({ about }) => about.firstDay,
  deadline: { says: "from" },
  preview: () => "Somebody can no longer come. Another will be asked.",
  heading: (letter) => `A place on the team for ${letter.title} is free again`,
  Body: ({ letter }) => (
    <P>
      Somebody who had accepted can no longer come. {byRole(letter, { coordinator: "Ask somebody else: the proposal keeps those who have accepted.", others: "The coordinator asks somebody else. The dates stay as they are, and whatever has been prepared is kept." })}
    </P>
  ),
  button: () => ({ label: "See the team" }),
  next: () => "You are told when the team is complete again.",
  example: { ...leeds({ by: null }), about: { firstDay: "2027-01-26", lastDay: "2027-01-28" } },
});
