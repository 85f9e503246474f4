import { defineEmail } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the lead challenger, the host and the coordinator when the progress review opens. */
export const reviewDue = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { leadChallenger: "Lead the progress review", others: "Progress review opens" }),
  deadline: "awaited",
  preview: () => "What has changed since the letter?",
  heading: (letter) => `The progress review on ${letter.title} is open`,
  Body: ({ letter }) => byRole(letter, {
    leadChallenger: <P>Go through the plan with the director: for each action say where it stands and what has changed for children and families. Then close the record, or give it more time with a reason.</P>,
    coordinator: <P>The lead challenger goes through the plan with the director. Nothing is asked of you.</P>,
    others: <P>The lead challenger goes through the plan with you. Bring each action up to date before.</P>,
  }),
  button: (letter) => byRole(letter, { leadChallenger: { label: "Record the review" }, others: { label: "See the plan" } }),
  next: () => "The record closes with what changed, and everybody on it is told.",
  example: { ...kentRecord({ by: null, due: "2027-10-26" }), about: {} },
});
