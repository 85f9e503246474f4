import { defineEmail, fact } from "../define-email";
import { aCommitment } from "../examples";
import { P } from "../letter";

/** To whoever made it: it is begun. */
export const started = defineEmail({
  about: { doneBy: fact.day },
  what: () => "Under way",
  due: (letter) => letter.about.doneBy,
  deadline: { says: "to be done by" },
  preview: () => "Work on it has begun.",
  heading: () => "Work on the commitment has begun",
  Body: () => (
    <>
      <P>{"Its owner has begun."}</P>
    </>
  ),
  button: () => ({ label: "See the commitment" }),
  next: () => "You are told when it is done, with what shows it.",
  example: { ...aCommitment({ role: "maker", recipient: { name: "Jo Field" } }), about: { doneBy: "2027-06-30" } },
});
