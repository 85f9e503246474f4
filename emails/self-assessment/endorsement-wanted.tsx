import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { sayRound, sentence } from "../words";

/** To the chief executive and the lead member when the director has signed. */
export const endorsementWanted = defineEmail({
  about: { endorsementsNeeded: fact.count },
  what: () => "Endorse",
  deadline: "awaited",
  preview: () => "Your director of children's services has signed it.",
  heading: (letter) => `${sentence(letter.title)} waits for your endorsement`,
  Body: ({ letter }) => (
    <>
      <P>The director of children's services has signed it for {sayRound(letter)}. It is sent in when you {letter.about.endorsementsNeeded === 1 ? "have" : "and the others asked have"} endorsed it.</P>
      <P>You can read and endorse it on a phone. If you cannot endorse it, say why, and it goes back to the director.</P>
    </>
  ),
  button: () => ({ label: "Read and endorse" }),
  next: () => "The director is told what you decide. You are reminded once, the working day before five working days are over.",
  example: { ...kent({ role: "chiefExecutive", recipient: { name: "Martin Lowe" }, by: "Amara Okafor, director of children's services, Kent" }), about: { endorsementsNeeded: 2 } },
});
