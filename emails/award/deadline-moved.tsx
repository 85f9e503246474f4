import { defineEmail, fact } from "../define-email";
import { teamAward } from "../examples";
import { P } from "../letter";

/** To directors and delegates: another last day. */
export const deadlineMoved = defineEmail({
  about: { closesOn: fact.day },
  what: () => "Last day changed",
  due: (letter) => letter.about.closesOn,
  deadline: "awaited",
  preview: () => "Nominations that were sent stay as they are, and can be changed until the new last day.",
  heading: (letter) => `There is another last day to nominate for ${letter.title}`,
  Body: () => (
    <>
      <P>{"Nominations that were sent stay as they are, and can be changed until the new last day."}</P>
    </>
  ),
  button: () => ({ label: "Go to the award" }),
  next: () => "You are reminded before it.",
  example: { ...teamAward({ recipient: { name: "Ada Whitlock" }, role: "director" }), about: { closesOn: "2027-02-12" } },
});
