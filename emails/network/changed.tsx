import { defineEmail } from "../define-email";
import { neglectNetwork } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator: its details have changed. */
export const changed = defineEmail({
  about: {},
  what: () => "Details changed",
  deadline: "settled",
  preview: () => "What it is about, who may join or how to join its meetings has been changed on its page.",
  heading: (letter) => `${sentence(letter.title)} has changed`,
  Body: () => (
    <>
      <P>{"What it is about, who may join or how to join its meetings has been changed on its page."}</P>
    </>
  ),
  button: () => ({ label: "See the network" }),
  next: () => "Members are not told of it: send the joining instructions if they should be.",
  example: { ...neglectNetwork(), about: {} },
});
