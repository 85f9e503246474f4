import { defineEmail } from "../define-email";
import { southEast } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayRound } from "../words";

/** To every director taking part and to the coordinator, when the directors' decisions are recorded. */
export const decisionsRecorded = defineEmail({
  about: {},
  what: () => "Decisions recorded",
  due: () => null,
  deadline: "settled",
  preview: () => "Read what the directors decided.",
  heading: (letter) => `The decisions of ${sayRound(letter)} are recorded`,
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        coordinator: "The directors have been told that they can read the decisions.",
        others: "What the directors decided together is now in Candour. Read it, and see what it asks of your authority.",
      })}
    </P>
  ),
  button: () => ({ label: "Read the decisions" }),
  next: (letter) => byRole(letter, { coordinator: "Close the round when no self-assessment is outstanding.", others: "The round closes when no self-assessment is outstanding. Six-month updates follow in their own time." }),
  example: { ...southEast({ role: "dcs", recipient: { name: "Amara Okafor" }, due: null, by: "Colin Marsh, regional chair, South East" }), about: {} },
});
