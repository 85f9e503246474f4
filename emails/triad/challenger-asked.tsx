import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";

/** To the coordinator and the lead challenger, when another challenger is asked for a free place. */
export const challengerAsked = defineEmail({
  about: { sessionOn: fact.day },
  what: () => "Another challenger is asked",
  due: ({ about }) => about.sessionOn,
  deadline: { says: "on" },
  preview: () => "The free place is asked for.",
  heading: (letter) => `Another challenger is asked to ${letter.title}`,
  Body: () => <P>The free place is asked for. Who it is, and whether they come, is on the page of the session.</P>,
  button: () => ({ label: "See the session" }),
  next: () => null,
  example: { ...triadFour({ role: "leadChallenger", recipient: { name: "Helen Brandt" } }), about: { sessionOn: "2027-02-09" } },
});
