import { defineEmail } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the coordinator when the host objects to a member of the team, and to the director as a receipt. */
export const memberObjected = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { coordinator: "The host objects", others: "Your objection is recorded" }),
  deadline: "settled",
  preview: (letter) => byRole(letter, { coordinator: "A place is free again.", others: "The place is free again, and somebody else will be asked." }),
  heading: (letter) => byRole(letter, { coordinator: `The host objects to a member of the team for ${letter.title}`, others: "Your objection is recorded" }),
  Body: ({ letter }) => (
    <>
      <P>
        {byRole(letter, {
          coordinator: "The host used its one objection and says why. The place is free again and the person has been told that they are not needed, without the reason.",
          others: "It was your one objection to this team. The place is free again, and the person has been told that they are not needed, without the reason.",
        })}
      </P>
      <P>Read the reason in Candour.</P>
    </>
  ),
  button: (letter) => byRole(letter, { coordinator: { label: "Fill the place" }, others: { label: "See the team" } }),
  next: (letter) => byRole(letter, { coordinator: "When you ask somebody else, the host is told.", others: "You are told when somebody else is asked." }),
  example: { ...leeds({ role: "coordinator", by: "Ruth Ellison, director of children's services, Leeds" }), about: {} },
});
