import { defineEmail } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To everybody on the record when the review is recorded and the record closes. */
export const recordClosed = defineEmail({
  about: {},
  what: () => "Challenge record closed",
  due: () => null,
  deadline: "settled",
  preview: () => "The review is recorded, with what changed.",
  heading: (letter) => `${sentence(letter.title)} is closed`,
  Body: ({ letter }) => byRole(letter, {
    challenger: <P>What you filed led to a letter, a plan and a review. You can read what changed.</P>,
    leadChallenger: <P>Thank you. The review you recorded closes it.</P>,
    coordinator: <P>The review is recorded. The numbers and themes go into the region’s picture.</P>,
    others: <P>The review of your action plan is recorded, with where each action stands and what changed.</P>,
  }),
  button: () => ({ label: "See what changed" }),
  next: () => null,
  example: { ...kentRecord({ recipient: { name: "Amara Okafor" }, role: "hostDcs" }), about: {} },
});
