import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the host, the lead challenger and the coordinator when every point of accuracy is answered. */
export const pointsAnswered = defineEmail({
  about: { accepted: fact.count, refused: fact.count },
  what: (letter) => byRole(letter, { hostDcs: "Your points of accuracy are answered", others: "Points of accuracy answered" }),
  deadline: "awaited",
  preview: ({ about }) => (typeof about.accepted === "number" ? `${sentence(count(about.accepted, "point"))} accepted, ${about.refused ?? 0} refused.` : "Each with a reason."),
  heading: (letter) => `Every point on ${letter.title} is answered`,
  Body: ({ letter }) => (
    <>
      {typeof letter.about.accepted === "number" ? <P>{sentence(count(letter.about.accepted, "point"))} accepted, {letter.about.refused ?? 0} refused, each with a reason.</P> : null}
      {byRole(letter, {
        hostDcs: <P>Read the answers. If you want to say more, the free response stands beside the letter and is not edited by anybody.</P>,
        leadChallenger: <P>You can make the letter final now, or send the changed letter to be checked once more.</P>,
        others: <P>The lead challenger makes the letter final next.</P>,
      })}
    </>
  ),
  button: (letter) => byRole(letter, { leadChallenger: { label: "Make the letter final" }, others: { label: "Read the answers" } }),
  next: () => "When the letter is final, you are told, and the action plan is asked for.",
  example: { ...kentRecord({ recipient: { name: "Amara Okafor" }, role: "hostDcs" }), about: { accepted: 1, refused: 1 } },
});
