import { defineEmail } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the team's lead, the host and the coordinator when the host finds every fact right. */
export const accuracyAgreed = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { leadChallenger: "Facts agreed, make the letter final", others: "Facts of the letter agreed" }),
  deadline: "awaited",
  preview: () => "No fact was questioned.",
  heading: (letter) => `The facts of the letter on ${letter.title} are agreed`,
  Body: ({ letter }) => byRole(letter, {
    leadChallenger: <P>The director has read the letter and questions no fact. You can make it final.</P>,
    hostDcs: <P>You have said that every fact in the letter is right. If you did not, open it now and tell the coordinator.</P>,
    others: <P>The director has read the letter and questions no fact. The lead challenger makes it final next.</P>,
  }),
  button: (letter) => byRole(letter, { leadChallenger: { label: "Make the letter final" }, others: { label: "See where it stands" } }),
  next: () => "When the letter is final, the chief executive and the lead member are told as well.",
  example: { ...kentRecord({ by: "Amara Okafor, director of children's services, Kent" }), about: {} },
});
