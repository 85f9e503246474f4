import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { ofAll, sentence } from "../words";

/** To the director (and the delegate by choice) when the last endorsement is in. */
export const endorsedByAll = defineEmail({
  about: { endorsementsGiven: fact.count, endorsementsNeeded: fact.count },
  what: () => "Send it in, endorsed by all",
  deadline: "awaited",
  preview: () => "Every endorsement is in. One step is left.",
  heading: (letter) => `${sentence(letter.title)} is endorsed and can be sent in`,
  Body: ({ letter }) => (
    <P>
      {letter.about.endorsementsNeeded ? `${sentence(ofAll(letter.about.endorsementsGiven ?? letter.about.endorsementsNeeded, letter.about.endorsementsNeeded, "endorsement"))} given. ` : ""}
      It is not sent in by itself: you, or your delegate, take this last step. An edit now would void the signature and the endorsements.
    </P>
  ),
  button: () => ({ label: "Check and send in" }),
  next: () => "The coordinator is told when it is in, and you get a reference.",
  example: { ...kent({ by: "Councillor Ruth Adeyemi, lead member, Kent" }), about: { endorsementsGiven: 2, endorsementsNeeded: 2 } },
});
