import { defineEmail } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayName, sentence } from "../words";

/** To the director (and the delegate by choice), and to the coordinator as a record, when a visit cannot be done. */
export const requestDeclined = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { coordinator: "You declined", others: "Declined" }),
  deadline: "settled",
  preview: () => "The visit will not take place. Read the reason in Candour.",
  heading: (letter) => `${sentence(letter.title)} will not take place`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { coordinator: "You declined the request with a reason, and its director has been told.", others: `${sayName(letter)} could not take the request up, and says why.` })}</P>
      <P>Read the reason in Candour.</P>
    </>
  ),
  button: () => ({ label: "Read the reason" }),
  next: (letter) => byRole(letter, { coordinator: null, others: "You can ask for another visit at any time." }),
  example: { ...leeds(), about: {} },
});
