import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To everybody in a session when the coordinator changes the agenda. */
export const agendaChanged = defineEmail({
  about: { sessionOn: fact.day },
  what: () => "Agenda changed",
  due: ({ about }) => about.sessionOn,
  deadline: { says: "on" },
  preview: () => "Times or roles are different.",
  heading: (letter) => `The agenda of ${letter.title} has changed`,
  Body: ({ letter }) => (
    <P>The agenda says who is challenged when, who leads, who observes and who takes notes. {byRole(letter, { coordinator: "Everybody in the session has been told.", others: "Look at it again before the day." })}</P>
  ),
  button: (letter) => ({ label: "See the agenda", path: `${letter.path}/pack` }),
  next: () => null,
  example: { ...triadFour({ role: "memberDcs", recipient: { name: "Amara Okafor" } }), about: { sessionOn: "2027-02-09" } },
});
