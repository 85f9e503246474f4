import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the person and whoever nominated: it goes no further. */
export const refused = defineEmail({
  about: { programme: fact.words, person: fact.words },
  what: () => "Not supported",
  due: () => null,
  deadline: "settled",
  preview: () => "The manager or the director did not support it.",
  heading: (letter) => `${letter.about.person ?? "The person"}’s nomination goes no further`,
  Body: () => (
    <>
      <P>{"The manager or the director did not support it. Read the reason in Candour; it is not sent by email."}</P>
    </>
  ),
  button: () => ({ label: "Read the reason" }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field" } },
});
