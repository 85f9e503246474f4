import { defineEmail, fact } from "../define-email";
import { aCommitment } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** Reminder: it waits to be accepted. */
export const acceptanceDue = defineEmail({
  about: { doneBy: fact.day },
  what: (letter) => byRole(letter, { coordinator: "A commitment waits", others: "Accept or decline a commitment" }),
  due: (letter) => letter.about.doneBy,
  deadline: { says: "to be done by" },
  preview: () => "It waits to be accepted.",
  heading: () => "A commitment waits to be accepted",
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { coordinator: "Whoever is named to see to it has not answered. You can name somebody else.", others: "You are named to see to it. If it is not for you, decline it with a reason: somebody else can then be named." })}</P>
    </>
  ),
  button: () => ({ label: "Go to the commitment" }),
  next: () => "Whoever made it is told of the answer.",
  example: { ...aCommitment(), about: { doneBy: "2027-06-30" } },
});
