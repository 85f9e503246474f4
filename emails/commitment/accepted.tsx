import { defineEmail, fact } from "../define-email";
import { aCommitment } from "../examples";
import { P } from "../letter";

/** To whoever made it: it is accepted. */
export const accepted = defineEmail({
  about: { doneBy: fact.day },
  what: () => "Accepted",
  due: (letter) => letter.about.doneBy,
  deadline: { says: "to be done by" },
  preview: () => "It has an owner.",
  heading: () => "The commitment is accepted",
  Body: () => (
    <>
      <P>{"Whoever is named sees to it by its date. Everybody who was at the event can read it with the others that were made there."}</P>
    </>
  ),
  button: () => ({ label: "See the commitment" }),
  next: () => "You are told when it is done, with what shows it.",
  example: { ...aCommitment({ role: "maker", recipient: { name: "Jo Field" } }), about: { doneBy: "2027-06-30" } },
});
