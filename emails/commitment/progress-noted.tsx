import { defineEmail, fact } from "../define-email";
import { aCommitment } from "../examples";
import { P } from "../letter";

/** To whoever made it: there is a note of progress. */
export const progressNoted = defineEmail({
  about: { doneBy: fact.day },
  what: () => "Progress noted",
  due: (letter) => letter.about.doneBy,
  deadline: { says: "to be done by" },
  preview: () => "Its owner has noted how it goes.",
  heading: () => "There is news of the commitment",
  Body: () => (
    <>
      <P>{"Its owner has noted how it goes, on its page."}</P>
    </>
  ),
  button: () => ({ label: "Read the note" }),
  next: () => "You are told when it is done, with what shows it.",
  example: { ...aCommitment({ role: "maker", recipient: { name: "Jo Field" } }), about: { doneBy: "2027-06-30" } },
});
