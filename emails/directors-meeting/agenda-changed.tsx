import { defineEmail, fact } from "../define-email";
import { directorsInApril } from "../examples";
import { P } from "../letter";

/** To every director: the agenda has changed. */
export const agendaChanged = defineEmail({
  about: { heldOn: fact.day },
  what: () => "Agenda changed",
  due: (letter) => letter.about.heldOn,
  deadline: { says: "meeting on" },
  preview: () => "The agenda or a paper has changed.",
  heading: (letter) => `The agenda of ${letter.title} has changed`,
  Body: () => (
    <>
      <P>{"The page shows it as it is now."}</P>
    </>
  ),
  button: () => ({ label: "Read the agenda" }),
  next: () => "You are told of the decisions after the meeting.",
  example: { ...directorsInApril({ role: "director", recipient: { name: "Ada Whitlock" } }), about: { heldOn: "2027-04-07" } },
});
