import { defineEmail } from "../define-email";
import { membershipOf } from "../examples";
import { P } from "../letter";

/** To a new member. */
export const welcome = defineEmail({
  about: {},
  what: () => "You are a member",
  deadline: "settled",
  preview: () => "Its page shows how to join its meetings, who else belongs to it, and what is coming up. You are told when booking of a meeting opens.",
  heading: (letter) => `You belong to ${letter.title}`,
  Body: () => (
    <>
      <P>{"Its page shows how to join its meetings, who else belongs to it, and what is coming up. You are told when booking of a meeting opens."}</P>
    </>
  ),
  button: () => ({ label: "Go to the network" }),
  next: () => "You can leave whenever you like, on the same page.",
  example: { ...membershipOf(), about: {} },
});
