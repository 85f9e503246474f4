import { defineEmail, fact } from "../define-email";
import { membershipOf } from "../examples";
import { P } from "../letter";

/** To the coordinator: a member has left. */
export const memberLeft = defineEmail({
  about: { person: fact.words },
  what: () => "A member has left",
  deadline: "settled",
  preview: () => "They are no longer on the list of members.",
  heading: (letter) => `${letter.about.person ?? "Somebody"} has left ${letter.title}`,
  Body: () => (
    <>
      <P>{"They are no longer on the list of members."}</P>
    </>
  ),
  button: () => ({ label: "See the membership" }),
  next: () => null,
  example: { ...membershipOf({ recipient: { name: "Priya Nair" }, role: "coordinator" }), about: {} },
});
