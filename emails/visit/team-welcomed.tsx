import { defineEmail } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the coordinator when the host has nothing against the team, and to the director as a receipt. */
export const teamWelcomed = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { coordinator: "The host welcomes the team", others: "You welcomed the team" }),
  deadline: "settled",
  preview: () => "The host makes no objection.",
  heading: (letter) => `The team for ${letter.title} is welcome`,
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        coordinator: "The host makes no objection. You can confirm the team as soon as everybody on it has accepted.",
        others: "You said that you make no objection. The coordinator can confirm the team as soon as everybody on it has accepted.",
      })}
    </P>
  ),
  button: () => ({ label: "See the team" }),
  next: () => "When the team is confirmed, everybody gets the dates for their calendar.",
  example: { ...leeds({ role: "coordinator", by: "Ruth Ellison, director of children's services, Leeds" }), about: {} },
});
