import { defineEmail } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the host, the team and the coordinator when the letter is final, or the coordinator closes the visit. */
export const visitClosed = defineEmail({
  about: {},
  what: () => "Closed",
  deadline: "settled",
  preview: () => "Everything asked of a visit has been done.",
  heading: (letter) => `${sentence(letter.title)} is closed`,
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        hostDcs: "What follows is on the challenge record: your action plan and the review of its progress.",
        delegate: "What follows is on the challenge record: the action plan and the review of its progress.",
        others: "Thank you for your part in it. What follows is between the host and the lead of the team.",
      })}
    </P>
  ),
  button: () => ({ label: "See the visit" }),
  next: () => null,
  example: { ...leeds({ by: null }), about: {} },
});
