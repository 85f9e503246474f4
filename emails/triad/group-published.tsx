import { defineEmail } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the directors and delegates of a group and to the coordinator, when the groups of a round are published. */
export const groupPublished = defineEmail({
  about: {  },
  what: () => "Your group",
  deadline: "settled",
  preview: () => "The groups of the round are published.",
  heading: (letter) => `You are in ${letter.title}`,
  Body: ({ letter }) => (
    <P>
      {byRole(letter, { coordinator: "The group is published: its directors and their delegates have been told.", others: "These authorities challenge each other in one session this round. You find who is in the group, and what is wanted next, on its page." })}
    </P>
  ),
  button: () => ({ label: "See the group" }),
  next: (letter) => byRole(letter, { coordinator: "Offer dates, so that the group can answer.", others: "The coordinator offers dates. You answer them on one page, straight from the email." }),
  example: { ...triadFour({ due: null }), about: {  } },
});
