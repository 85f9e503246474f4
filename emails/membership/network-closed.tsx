import { defineEmail } from "../define-email";
import { membershipOf } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To a member: the network is closed. */
export const networkClosed = defineEmail({
  about: {},
  what: () => "Network closed",
  deadline: "settled",
  preview: () => "The network does not go on, and your membership ends with it.",
  heading: (letter) => `${sentence(letter.title)} is closed`,
  Body: () => (
    <>
      <P>{"The network does not go on, and your membership ends with it."}</P>
    </>
  ),
  button: () => ({ label: "See your membership" }),
  next: () => null,
  example: { ...membershipOf(), about: {} },
});
