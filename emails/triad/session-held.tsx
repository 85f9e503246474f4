import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To everybody in a session when it has been held. */
export const sessionHeld = defineEmail({
  about: { sessionOn: fact.day, members: fact.count },
  what: () => "Session held",
  due: ({ about }) => about.sessionOn,
  deadline: { says: "on" },
  preview: () => "A record has been begun for each authority.",
  heading: (letter) => `${sentence(letter.title)} has met`,
  Body: () => (
    <P>A challenge record has been begun for each authority that was challenged. Its challengers file what they found; only that authority, its challengers and the coordinator see it.</P>
  ),
  button: () => ({ label: "See the records" }),
  next: () => "Each director gets a letter to check before it is final.",
  example: { ...triadFour({ role: "memberDcs", recipient: { name: "Amara Okafor" } }), about: { sessionOn: "2027-02-09", members: 3 } },
});
