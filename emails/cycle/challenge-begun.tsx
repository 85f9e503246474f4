import { defineEmail, fact } from "../define-email";
import { southEast } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { ofAll, sayRound, sentence } from "../words";

/** To every director taking part and to the coordinator, when the challenge begins. */
export const challengeBegun = defineEmail({
  about: { submitted: fact.count, authorities: fact.count, summitOn: fact.day },
  what: () => "The challenge begins",
  due: ({ about, due }) => about.summitOn ?? due,
  deadline: { says: "summit on" },
  preview: () => "Read the self-assessments that you will challenge.",
  heading: (letter) => `The challenge of ${sayRound(letter)} begins`,
  Body: ({ letter }) => (
    <>
      <P>
        {typeof letter.about.submitted === "number" ? `${sentence(ofAll(letter.about.submitted, letter.about.authorities, "authority", "authorities"))} sent in a self-assessment. ` : ""}
        {byRole(letter, {
          coordinator: "The directors have been told that the challenge begins.",
          others: "You can now read those shared with you, and prepare your questions to their authors.",
        })}
      </P>
    </>
  ),
  button: (letter) => byRole(letter, { coordinator: { label: "See the round" }, others: { label: "Read what is shared with you" } }),
  next: (letter) =>
    byRole(letter, { coordinator: "Record each challenge as it is held. Its authority is told.", others: "After your challenge is held, the coordinator records it and you are told what follows." }),
  example: { ...southEast({ role: "dcs", recipient: { name: "Amara Okafor" }, due: null }), about: { submitted: 15, authorities: 19, summitOn: "2027-03-19" } },
});
