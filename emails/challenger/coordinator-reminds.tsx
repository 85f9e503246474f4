import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { sayName } from "../words";

/** To whoever holds the next step, at the coordinator’s press. */
export const coordinatorReminds = defineEmail({
  about: { person: fact.words },
  what: (letter) => `A reminder from your coordinator, ${letter.about.person ?? "a colleague"}`,
  deadline: "settled",
  preview: (letter) => `${sayName(letter)} asks after it.`,
  heading: (letter) => `${sayName(letter)} asks after ${letter.title}`,
  Body: () => (
    <>
      <P>It waits for you. If something stands in the way, tell the coordinator.</P>
    </>
  ),
  button: () => ({ label: "See what is wanted" }),
  next: () => "The coordinator sees that you were reminded.",
  example: { ...joField(), about: { person: "Jo Field" } },
});
