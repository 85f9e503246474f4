import { defineEmail, fact } from "../define-email";
import { directorsInApril } from "../examples";
import { P } from "../letter";

/** To every director: the decisions. */
export const closed = defineEmail({
  about: { heldOn: fact.day, items: fact.count },
  what: () => "Decisions",
  due: (letter) => letter.about.heldOn,
  deadline: { says: "of the meeting on" },
  preview: () => "What the directors decided, with the reasons.",
  heading: (letter) => `The decisions of ${letter.title} are recorded`,
  Body: () => (
    <>
      <P>{"Each decision and its reason can be read in the decision log."}</P>
    </>
  ),
  button: () => ({ label: "Read the decisions" }),
  next: () => "What was accepted enters the plan with an owner and a date.",
  example: { ...directorsInApril({ role: "director", recipient: { name: "Ada Whitlock" } }), about: { heldOn: "2027-04-07", items: 4 } },
});
