import { defineEmail, fact } from "../define-email";
import { directorsInApril } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { ofAll, sentence } from "../words";

/** To every director: the agenda with its papers. */
export const agendaSent = defineEmail({
  about: { heldOn: fact.day, items: fact.count },
  what: () => "Agenda and papers",
  due: (letter) => letter.about.heldOn,
  deadline: { says: "meeting on" },
  preview: () => "Read the papers before the meeting.",
  heading: (letter) => `The agenda of ${letter.title} is out`,
  Body: ({ letter }) => (
    <>
      <P>{`${typeof letter.about.items === "number" ? sentence(ofAll(letter.about.items, null, "item")) : "What is to be decided"}, with the papers, can be read on its page.`}</P>
    </>
  ),
  button: () => ({ label: "Read the agenda" }),
  next: (letter) => byRole(letter, { chair: "You record each decision with its reason: accept, amend, defer to a next date, or reject.", others: "The chair records each decision with its reason, and you are told." }),
  example: { ...directorsInApril({ role: "director", recipient: { name: "Ada Whitlock" } }), about: { heldOn: "2027-04-07", items: 4 } },
});
