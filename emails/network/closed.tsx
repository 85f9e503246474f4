import { defineEmail } from "../define-email";
import { neglectNetwork } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator: the network is closed. */
export const closed = defineEmail({
  about: {},
  what: () => "Closed",
  deadline: "settled",
  preview: () => "Its members have been told. Meetings that are planned stay as they are: cancel them if they do not take place.",
  heading: (letter) => `${sentence(letter.title)} is closed`,
  Body: () => (
    <>
      <P>{"Its members have been told. Meetings that are planned stay as they are: cancel them if they do not take place."}</P>
    </>
  ),
  button: () => ({ label: "Go to the network" }),
  next: () => "Nothing more is asked of you for it.",
  example: { ...neglectNetwork(), about: {} },
});
