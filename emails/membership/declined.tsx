import { defineEmail, fact } from "../define-email";
import { membershipOf } from "../examples";
import { P } from "../letter";

/** To the coordinator: somebody does not join. */
export const declined = defineEmail({
  about: { person: fact.words },
  what: () => "Invitation declined",
  deadline: "settled",
  preview: () => "The invitation was declined, or was not answered in time.",
  heading: (letter) => `${letter.about.person ?? "Somebody"} does not join ${letter.title}`,
  Body: () => (
    <>
      <P>{"The invitation was declined, or was not answered in time."}</P>
    </>
  ),
  button: () => ({ label: "See the membership" }),
  next: () => "You can invite them again.",
  example: { ...membershipOf({ recipient: { name: "Priya Nair" }, role: "coordinator" }), about: {} },
});
