import { sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the host, its chief executive, the lead challenger and the coordinator when the plan is agreed. */
export const planAgreed = defineEmail({
  about: { reviewDueOn: fact.day },
  what: () => "Action plan agreed",
  due: ({ about }) => about.reviewDueOn,
  deadline: { says: "review on" },
  preview: () => "The work begins.",
  heading: (letter) => `The action plan on ${letter.title} is agreed`,
  Body: ({ letter }) => (
    <>
      <P>{letter.about.reviewDueOn ? `Progress is reviewed on ${sayDay(letter.about.reviewDueOn, letter.when)}. ` : ""}Until then the host says how each action goes, by its date.</P>
      {byRole(letter, { hostDcs: <P>You and your delegate are reminded before an action falls due.</P>, leadChallenger: <P>You are told of each update, and lead the review.</P>, others: <P>Nothing is asked of you now.</P> })}
    </>
  ),
  button: () => ({ label: "See the plan" }),
  next: () => "The lead challenger is told of each update.",
  example: { ...kentRecord({ recipient: { name: "Amara Okafor" }, role: "hostDcs" }), about: { reviewDueOn: "2027-10-12" } },
});
