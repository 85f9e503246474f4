import { defineEmail, fact } from "../define-email";
import { kinshipOffer } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To its owner and whoever drafted it: it is in the plan. */
export const inPlan = defineEmail({
  about: { doneBy: fact.day, owner: fact.words },
  what: (letter) => byRole(letter, { owner: "Yours to see to", others: "In the plan" }),
  due: (letter) => letter.about.doneBy,
  deadline: "awaited",
  preview: () => "It has an owner and a date.",
  heading: (letter) => `${sentence(letter.title)} is in the plan`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { owner: "You own it. When it is done, say on its page what came of it, with the evidence.", others: `It is owned by ${letter.about.owner ?? "the owner named on its page"}.` })}</P>
    </>
  ),
  button: () => ({ label: "See the recommendation" }),
  next: () => "Commitments that serve it, and what changed, are shown with it on one page.",
  example: { ...kinshipOffer({ role: "owner", recipient: { name: "Ada Whitlock" } }), about: { doneBy: "2027-09-30", owner: "the Director of Children’s Services, Kent" } },
});
