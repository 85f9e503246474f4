import { defineEmail } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the readers and the coordinator: the authority has replied. */
export const replyGiven = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { leadScrutineer: "Settle the reply", others: "There is a reply" }),
  deadline: "settled",
  preview: () => "The authority has replied.",
  heading: (letter) => `The authority has replied about ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { leadScrutineer: "Read the reply, speak with those who read the report with you, and say whether it settles the matter.", others: "The reply is on the report’s page." })}</P>
    </>
  ),
  button: () => ({ label: "Read the reply" }),
  next: () => "The authority and the coordinator are told whether it settles the matter.",
  example: { ...barnsleyReport({ role: "leadScrutineer", recipient: { name: "Ruth Ellison" } }), about: {} },
});
