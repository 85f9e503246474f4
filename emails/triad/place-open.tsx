import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the coordinator and the lead challenger, when a challenger can no longer come to a confirmed session. */
export const placeOpen = defineEmail({
  about: { sessionOn: fact.day },
  what: () => "A challenger’s place is free",
  due: ({ about }) => about.sessionOn,
  deadline: { says: "on" },
  preview: () => "Somebody can no longer come. Another is to be asked.",
  heading: (letter) => `A challenger’s place at ${letter.title} is free again`,
  Body: ({ letter }) => (
    <P>{byRole(letter, { coordinator: "Somebody who was asked can not come. Ask somebody else: the page shows who is free that day.", others: "Somebody who was asked can not come. The coordinator asks somebody else; everything else stays as it is." })}</P>
  ),
  button: () => ({ label: "See the session" }),
  next: () => null,
  example: { ...triadFour({ by: null, role: "leadChallenger", recipient: { name: "Helen Brandt" } }), about: { sessionOn: "2027-02-09" } },
});
