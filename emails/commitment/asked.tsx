import { defineEmail, fact } from "../define-email";
import { aCommitment } from "../examples";
import { P } from "../letter";

/** To whoever is to see to it. */
export const asked = defineEmail({
  about: { doneBy: fact.day },
  what: () => "Accept a commitment",
  due: (letter) => letter.about.doneBy,
  deadline: { says: "to be done by" },
  preview: () => "Somebody made it, and named you to see to it.",
  heading: () => "A commitment names you",
  Body: () => (
    <>
      <P>{"It was made, and you are named to see to it. Read it on its page, and accept or decline it."}</P>
    </>
  ),
  button: () => ({ label: "Read and accept it" }),
  next: () => "Whoever made it is told. You are reminded before its date.",
  example: { ...aCommitment(), about: { doneBy: "2027-06-30" } },
});
