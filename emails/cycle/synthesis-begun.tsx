import { defineEmail, fact } from "../define-email";
import { southEast } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayRound } from "../words";

/** To every director taking part and to the coordinator, when the challenge is over and its themes are gathered. */
export const synthesisBegun = defineEmail({
  about: { submitted: fact.count, authorities: fact.count },
  what: () => "Challenge over, themes being gathered",
  deadline: { says: "round ends" },
  preview: () => "What the challenges have in common is being gathered for the directors.",
  heading: (letter) => `The challenge of ${sayRound(letter)} is over`,
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        coordinator: "The directors have been told that you are gathering the themes.",
        others: "The coordinator now gathers what the challenges have in common, for the directors to decide on together. Nothing is asked of you today.",
      })}
    </P>
  ),
  button: () => ({ label: "See the round" }),
  next: (letter) => byRole(letter, { coordinator: "Record the decisions once the directors have met.", others: "The directors decide at the summit. You are told when the decisions are recorded." }),
  example: { ...southEast({ due: "2027-07-16" }), about: {} },
});
