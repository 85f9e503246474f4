import { defineEmail, fact } from "../define-email";
import { kinshipOffer } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** Reminder: what was accepted is to be done. */
export const actionDue = defineEmail({
  about: { doneBy: fact.day },
  what: (letter) => byRole(letter, { owner: "Say what came of it", others: "An accepted recommendation is not done" }),
  due: (letter) => letter.about.doneBy,
  deadline: "awaited",
  preview: () => "It was accepted, and has a date.",
  heading: (letter) => `${sentence(letter.title)} is to be done`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { owner: "When it is done, say on its page what came of it, with the evidence.", others: "Its owner has not said what came of it." })}</P>
    </>
  ),
  button: () => ({ label: "Go to the recommendation" }),
  next: () => "Whoever drafted it, the coordinator and the chair are told.",
  example: { ...kinshipOffer({ role: "owner", recipient: { name: "Ada Whitlock" } }), about: { doneBy: "2027-09-30" } },
});
