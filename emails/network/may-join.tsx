import { defineEmail } from "../define-email";
import { neglectNetwork } from "../examples";
import { P } from "../letter";

/** To whoever may join. */
export const mayJoin = defineEmail({
  about: {},
  what: () => "You can join",
  deadline: "settled",
  preview: () => "Join on its page, and leave whenever you like.",
  heading: (letter) => `You can join ${letter.title}`,
  Body: () => (
    <>
      <P>{"You can become a member on its page, and leave again whenever you like. Members see who else belongs to it, find how to join its meetings, and can book them."}</P>
    </>
  ),
  button: () => ({ label: "See the network" }),
  next: () => "When you join you are sent a confirmation.",
  example: { ...neglectNetwork({ recipient: { name: "Jo Field" }, role: "addressee" }), about: {} },
});
