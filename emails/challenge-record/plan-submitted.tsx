import { defineEmail } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the host as a record, and to the coordinator, when the action plan has been sent. */
export const planSubmitted = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { hostDcs: "You sent your action plan", others: "Action plan sent" }),
  deadline: "awaited",
  preview: () => "The lead challenger reads it next.",
  heading: (letter) => `The action plan on ${letter.title} has been sent`,
  Body: () => <P>The lead challenger agrees it, or returns it with what is missing.</P>,
  button: () => ({ label: "See where it stands" }),
  next: () => "You are told of the answer.",
  example: { ...kentRecord({ recipient: { name: "Amara Okafor" }, role: "hostDcs" }), about: {} },
});
