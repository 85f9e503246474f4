import { defineEmail, fact } from "../define-email";
import { membershipOf } from "../examples";
import { P } from "../letter";

/** To the coordinator: somebody has joined. */
export const joined = defineEmail({
  about: { person: fact.words },
  what: () => "A new member",
  deadline: "settled",
  preview: () => "The list of members is on the network’s page.",
  heading: (letter) => `${letter.about.person ?? "Somebody"} has joined ${letter.title}`,
  Body: () => (
    <>
      <P>{"The list of members is on the network’s page."}</P>
    </>
  ),
  button: () => ({ label: "See the membership" }),
  next: () => "They have been sent a confirmation.",
  example: { ...membershipOf({ recipient: { name: "Priya Nair" }, role: "coordinator" }), about: {} },
});
