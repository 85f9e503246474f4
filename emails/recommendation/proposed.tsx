import { defineEmail } from "../define-email";
import { kinshipOffer } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the coordinator and whoever drafted it: a recommendation is proposed. */
export const proposed = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { coordinator: "Put on an agenda", others: "Proposed" }),
  deadline: "settled",
  preview: () => "It waits for a directors’ meeting.",
  heading: (letter) => `${sentence(letter.title)} is proposed`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { coordinator: "It waits for a place on the agenda of a directors’ meeting.", others: "The coordinator puts it on the agenda of a directors’ meeting. You are told on which." })}</P>
    </>
  ),
  button: () => ({ label: "See the recommendation" }),
  next: () => "The chair decides it at the meeting, with a reason.",
  example: { ...kinshipOffer(), about: {} },
});
