import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator when the last assignment of somebody has ended. */
export const availableAgain = defineEmail({
  about: { person: fact.words },
  what: (letter) => `Free again, ${letter.about.person ?? "a colleague"}`,
  deadline: "settled",
  preview: () => "Their last assignment has ended.",
  heading: (letter) => `${sentence(letter.about.person ?? "a colleague")} is free for another invitation`,
  Body: () => (
    <>
      <P>Their last assignment has ended.</P>
    </>
  ),
  button: () => ({ label: "See the challenger" }),
  next: () => null,
  example: { ...joField(), about: { person: "Jo Field" } },
});
