import { defineEmail, fact } from "../define-email";
import { directorsInApril } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** The meeting does not take place. */
export const cancelled = defineEmail({
  about: { heldOn: fact.day },
  what: () => "Cancelled",
  due: (letter) => letter.about.heldOn,
  deadline: { says: "was to be on" },
  preview: () => "It does not take place.",
  heading: (letter) => `${sentence(letter.title)} does not take place`,
  Body: () => (
    <>
      <P>{"The reason is on its page. What was on its agenda waits for another meeting."}</P>
    </>
  ),
  button: () => ({ label: "Read why" }),
  next: () => "You are told when another meeting has its agenda.",
  example: { ...directorsInApril({ role: "director", recipient: { name: "Ada Whitlock" } }), about: { heldOn: "2027-04-07" } },
});
