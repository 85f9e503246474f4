import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To everybody in a session when every letter is final. */
export const recordsAgreed = defineEmail({
  about: { members: fact.count },
  what: () => "Every letter is final",
  deadline: "settled",
  preview: () => "Each authority has its letter.",
  heading: (letter) => `Every letter of ${letter.title} is final`,
  Body: () => (
    <P>Each authority now has its own letter and answers it with an action plan. The letters stay with their authorities until they release them.</P>
  ),
  button: () => ({ label: "See the group" }),
  next: (letter) => byRole(letter, { coordinator: "Close the triad when nothing more is wanted of the group.", others: null }),
  example: { ...triadFour({ due: null, by: null }), about: { members: 3 } },
});
