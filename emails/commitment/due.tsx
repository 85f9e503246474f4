import { defineEmail, fact } from "../define-email";
import { aCommitment } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** Reminder by its date. */
export const due = defineEmail({
  about: { doneBy: fact.day },
  what: (letter) => byRole(letter, { coordinator: "A commitment is not done", others: "Do what you took on" }),
  due: (letter) => letter.about.doneBy,
  deadline: "awaited",
  preview: () => "Say what came of it.",
  heading: () => "A commitment is to be done",
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { coordinator: "Its owner has not said what came of it.", others: "When it is done, say on its page what came of it, and what shows it." })}</P>
    </>
  ),
  button: () => ({ label: "Go to the commitment" }),
  next: () => "Whoever made it and the coordinator are told.",
  example: { ...aCommitment(), about: { doneBy: "2027-06-30" } },
});
