import { defineEmail, fact } from "../define-email";
import { southEast } from "../examples";
import { P } from "../letter";
import { ofAll, sayRound, sentence } from "../words";

/** To every director taking part and to the coordinator, when a round closes. */
export const roundClosed = defineEmail({
  about: { submitted: fact.count, authorities: fact.count },
  what: () => "Round closed",
  due: () => null,
  deadline: "settled",
  preview: ({ about }) => (typeof about.submitted === "number" ? `${sentence(ofAll(about.submitted, about.authorities, "authority", "authorities"))} took part to the end.` : "Thank you for taking part."),
  heading: (letter) => `${sentence(sayRound(letter))} is closed`,
  Body: ({ letter }) => (
    <P>
      {typeof letter.about.submitted === "number" ? `${sentence(ofAll(letter.about.submitted, letter.about.authorities, "authority", "authorities"))} sent in a self-assessment. ` : ""}
      Thank you. The documents stay readable to those who could read them, and can be carried forward into the next round.
    </P>
  ),
  button: () => ({ label: "Look back at the round" }),
  next: () => null,
  example: { ...southEast({ role: "dcs", recipient: { name: "Amara Okafor" }, due: null }), about: { submitted: 15, authorities: 19 } },
});
