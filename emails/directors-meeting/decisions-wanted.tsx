import { defineEmail, fact } from "../define-email";
import { directorsInApril } from "../examples";
import { P } from "../letter";
import { ofAll, sentence } from "../words";

/** Reminder: decisions are missing. */
export const decisionsWanted = defineEmail({
  about: { heldOn: fact.day, undecided: fact.count },
  what: () => "Record the decisions",
  due: (letter) => letter.about.heldOn,
  deadline: { says: "meeting on" },
  preview: () => "The meeting cannot be closed before.",
  heading: (letter) => `Decisions of ${letter.title} are to be recorded`,
  Body: ({ letter }) => (
    <>
      <P>{`${typeof letter.about.undecided === "number" && letter.about.undecided > 0 ? sentence(ofAll(letter.about.undecided, null, "item")) + " without a decision." : "Everything is decided: the meeting can be closed."}`}</P>
    </>
  ),
  button: () => ({ label: "Go to the meeting" }),
  next: () => "When it is closed, every director is told of the decisions.",
  example: { ...directorsInApril(), about: { heldOn: "2027-04-07", undecided: 2 } },
});
