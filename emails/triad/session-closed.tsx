import { defineEmail } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To everybody in a session when it is closed. */
export const sessionClosed = defineEmail({
  about: {  },
  what: () => "Closed",
  deadline: "settled",
  preview: () => "Nothing more is asked of the group.",
  heading: (letter) => `${sentence(letter.title)} is closed`,
  Body: () => (
    <P>Nothing more is asked of the group. What follows in each authority goes on in its own record.</P>
  ),
  button: () => ({ label: "See the group" }),
  next: () => null,
  example: { ...triadFour({ role: "memberDcs", due: null, recipient: { name: "Amara Okafor" } }), about: {  } },
});
