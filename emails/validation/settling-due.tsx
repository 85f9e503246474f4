import { defineEmail } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** Reminder: the readers have not said whether the reply settles it. */
export const settlingDue = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { coordinator: "A reply is not settled", others: "Does the reply settle it?" }),
  deadline: "settled",
  preview: () => "The authority waits to hear.",
  heading: (letter) => `The reply about ${letter.title} waits for its readers`,
  Body: () => (
    <>
      <P>{"The authority has replied. The lead of its readers says whether the reply settles the matter."}</P>
    </>
  ),
  button: () => ({ label: "Go to the report" }),
  next: () => "The authority and the coordinator are told at once.",
  example: { ...barnsleyReport({ role: "leadScrutineer", recipient: { name: "Ruth Ellison" } }), about: {} },
});
