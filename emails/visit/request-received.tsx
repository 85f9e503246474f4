import { defineEmail, fact } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the coordinator when a director asks for a visit, and to the director as a receipt. */
export const requestReceived = defineEmail({
  about: { stepDueOn: fact.day },
  what: (letter) => byRole(letter, { coordinator: "Scope", others: "Asked for, your receipt" }),
  due: (letter) => byRole(letter, { coordinator: letter.about.stepDueOn, others: null }),
  deadline: "awaited",
  preview: (letter) => byRole(letter, { coordinator: "A director asks for a visit.", others: "The coordinator has been told." }),
  heading: (letter) => byRole(letter, { coordinator: `${letter.authority ?? "An authority"} asks for a peer challenge visit`, others: "Your request for a visit is with the coordinator" }),
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        coordinator: "Read what it is about, agree its lines of enquiry, dates and themes, or say with a reason why it cannot be done.",
        others: "It now says what the visit is about, what you want from it and which dates would suit. You can follow it on its page, and withdraw it with a reason.",
      })}
    </P>
  ),
  button: (letter) => byRole(letter, { coordinator: { label: "Read the request" }, others: { label: "See the request" } }),
  next: () => "Once it is scoped, the host’s chief executive is asked to endorse it. Then a team is proposed.",
  example: { ...leeds({ role: "coordinator", recipient: { name: "Hassan Iqbal" }, by: "Ruth Ellison, director of children's services, Leeds" }), about: { stepDueOn: "2026-12-07" } },
});
