import { defineEmail } from "../define-email";
import { neglectNetwork } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator: the network is open. */
export const opened = defineEmail({
  about: {},
  what: () => "Open to members",
  deadline: "settled",
  preview: () => "Those who may join have been told.",
  heading: (letter) => `${sentence(letter.title)} is open`,
  Body: () => (
    <>
      <P>{"Those who may join have been told."}</P>
    </>
  ),
  button: () => ({ label: "Go to the network" }),
  next: () => "You see on its page who has joined.",
  example: { ...neglectNetwork(), about: {} },
});
