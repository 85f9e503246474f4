import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { ofAll, sayName, sentence } from "../words";

/** To the director (and the delegate by choice) when one endorsement is in and more are to come. */
export const endorsed = defineEmail({
  about: { endorsementsGiven: fact.count, endorsementsNeeded: fact.count },
  what: ({ about }) => (about.endorsementsNeeded ? `Endorsed, ${about.endorsementsGiven ?? 1} of ${about.endorsementsNeeded}` : "Endorsed"),
  deadline: "awaited",
  preview: () => "One endorsement is in, more to come.",
  heading: (letter) => `${sayName(letter)} endorsed ${letter.title}`,
  Body: ({ letter }) => (
    <P>
      {letter.about.endorsementsNeeded ? `${sentence(ofAll(letter.about.endorsementsGiven ?? 1, letter.about.endorsementsNeeded, "endorsement"))} given. ` : ""}
      The others asked have not answered yet. They are reminded without you.
    </P>
  ),
  button: () => ({ label: "See who is yet to endorse" }),
  next: () => "When the last endorsement is in, you can send it in.",
  example: { ...kent({ by: "Martin Lowe, chief executive, Kent" }), about: { endorsementsGiven: 1, endorsementsNeeded: 2 } },
});
