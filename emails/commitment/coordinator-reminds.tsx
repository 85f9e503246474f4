import { defineEmail, fact } from "../define-email";
import { aCommitment } from "../examples";
import { P } from "../letter";

/** Sent by the coordinator’s own press. */
export const coordinatorReminds = defineEmail({
  about: { doneBy: fact.day },
  what: () => "The coordinator asks about a commitment",
  due: (letter) => letter.about.doneBy,
  deadline: { says: "to be done by" },
  preview: () => "How does it stand?",
  heading: () => "A commitment waits for you",
  Body: () => (
    <>
      <P>{"The region’s coordinator asks how it stands. Answer on its page: accept it, note how it goes, or say what came of it."}</P>
    </>
  ),
  button: () => ({ label: "Go to the commitment" }),
  next: () => "Whoever made it can read what you write there.",
  example: { ...aCommitment(), about: { doneBy: "2027-06-30" } },
});
