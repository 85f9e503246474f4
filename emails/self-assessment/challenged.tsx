import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";

/** To the director (and the delegate by choice), when the coordinator has recorded the challenge. */
export const challenged = defineEmail({
  about: { followUpDue: fact.day },
  what: () => "Challenge recorded",
  due: ({ about }) => about.followUpDue,
  deadline: { says: "update due" },
  preview: () => "What follows is your update in some months' time.",
  heading: (letter) => `The challenge of ${letter.title} is recorded`,
  Body: () => <P>The coordinator has recorded that your challenge was held. Make the most of it while it is fresh: agree with your authors who takes up what.</P>,
  button: () => ({ label: "Look at your self-assessment" }),
  next: () => "You are asked for a short update when the follow-up falls due, six months on unless your region says otherwise.",
  example: { ...kent({ due: null, by: "Priya Nair, SLI coordinator, South East" }), about: { followUpDue: "2027-08-09" } },
});
