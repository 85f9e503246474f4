import { defineEmail, fact } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayDays } from "../words";

/** To the director (and the delegate by choice), and to the coordinator as a record, when somebody else is asked for a free place. */
export const teamChanged = defineEmail({
  about: { firstDay: fact.day, lastDay: fact.day },
  what: (letter) => byRole(letter, { coordinator: "Place asked again", others: "Somebody else is asked" }),
  deadline: "settled",
  preview: () => "A free place on the team is offered to somebody else.",
  heading: (letter) => `Somebody else is asked for ${letter.title}`,
  Body: ({ letter }) => <P>A place on the team for the visit {sayDays(letter)} had become free, and somebody else has been asked. The page says who, and why.</P>,
  button: () => ({ label: "See the team" }),
  next: () => "When everybody has accepted, the coordinator confirms the team.",
  example: { ...leeds(), about: { firstDay: "2027-01-26", lastDay: "2027-01-28" } },
});
