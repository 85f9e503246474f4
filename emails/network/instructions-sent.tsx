import { defineEmail, fact } from "../define-email";
import { neglectNetwork } from "../examples";
import { P } from "../letter";
import { ofAll } from "../words";

/** To the coordinator: the joining instructions went out. */
export const instructionsSent = defineEmail({
  about: { members: fact.count },
  what: () => "Joining instructions sent",
  deadline: "settled",
  preview: () => "Joining instructions sent",
  heading: (letter) => `The members of ${letter.title} are told how to join`,
  Body: ({ letter }) => (
    <>
      <P>{`The email has gone to ${typeof letter.about.members === "number" ? ofAll(letter.about.members, null, "member") : "every member"}.`}</P>
    </>
  ),
  button: () => ({ label: "Go to the network" }),
  next: () => "The delivery of each is in the log of emails.",
  example: { ...neglectNetwork(), about: { members: 9 } },
});
