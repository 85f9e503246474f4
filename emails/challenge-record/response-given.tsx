import { defineEmail } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the lead challenger, the coordinator and the host when the host has given its free response. */
export const responseGiven = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { hostDcs: "You gave your response", others: "The host gave its response" }),
  due: () => null,
  deadline: "settled",
  preview: () => "It stands beside the letter, in the host’s own words.",
  heading: (letter) => `A response stands beside the letter on ${letter.title}`,
  Body: () => <P>It is the host’s own word, is not evidence, and changes nothing in the letter. Whoever reads the letter can read it beside it.</P>,
  button: () => ({ label: "See where it stands" }),
  next: () => null,
  example: { ...kentRecord({ by: "Amara Okafor, director of children's services, Kent" }), about: {} },
});
