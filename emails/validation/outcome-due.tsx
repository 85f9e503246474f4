import { defineEmail, fact } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** Reminder: the outcome of a report is awaited. */
export const outcomeDue = defineEmail({
  about: { heldOn: fact.day },
  what: (letter) => byRole(letter, { coordinator: "An outcome is missing", others: "Record the outcome" }),
  due: (letter) => letter.about.heldOn,
  deadline: { says: "event on" },
  preview: () => "Agreed, a query, or evidence needed.",
  heading: (letter) => `The outcome of ${letter.title} is awaited`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { coordinator: "The readers have not said what came of it.", others: "Say for its readers whether the report is agreed, whether there is a query, or whether evidence is needed." })}</P>
    </>
  ),
  button: () => ({ label: "Go to the report" }),
  next: () => "Its director is told as soon as it is recorded.",
  example: { ...barnsleyReport({ role: "leadScrutineer", recipient: { name: "Ruth Ellison" } }), about: { heldOn: "2027-01-08" } },
});
