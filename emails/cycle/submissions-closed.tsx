import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { southEast } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { ofAll, sayRound, sentence } from "../words";

/** To every director taking part and to the coordinator, when submissions close. */
export const submissionsClosed = defineEmail({
  about: { submitted: fact.count, authorities: fact.count, outstanding: fact.count, challengeStartsOn: fact.day },
  what: () => "Submissions closed",
  due: ({ about, due }) => about.challengeStartsOn ?? due,
  deadline: { says: "challenge from" },
  preview: ({ about }) => `${sentence(ofAll(about.submitted, about.authorities, "authority", "authorities"))} submitted.`,
  heading: (letter) => `Submissions to ${sayRound(letter)} are closed`,
  Body: ({ letter }) => (
    <>
      {typeof letter.about.submitted === "number" ? (
        <P>{sentence(ofAll(letter.about.submitted, letter.about.authorities, "authority", "authorities"))} submitted a self-assessment.</P>
      ) : (
        <P>The submissions have been counted.</P>
      )}
      {letter.about.outstanding ? (
        <P>{count(letter.about.outstanding, "self-assessment is", "self-assessments are")} still awaited, and can still be signed and sent in.</P>
      ) : null}
    </>
  ),
  button: (letter) => byRole(letter, { coordinator: { label: "See what is still awaited" }, others: { label: "See the round" } }),
  next: (letter) => byRole(letter, { coordinator: "Begin the challenge when the groups are ready.", others: "The challenge begins when the coordinator says so. You are told then." }),
  example: { ...southEast({ role: "dcs", recipient: { name: "Amara Okafor" } }), about: { submitted: 15, authorities: 19, outstanding: 4, challengeStartsOn: "2027-01-18" } },
});
