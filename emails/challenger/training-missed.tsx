import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the challenger when they were not at the training. */
export const trainingMissed = defineEmail({
  about: { person: fact.words },
  what: (letter) => byRole(letter, { challenger: "You were not at the training day", others: `Not at the training day, ${letter.about.person ?? "a colleague"}` }),
  deadline: "settled",
  preview: () => "Choose another day.",
  heading: (letter) => byRole(letter, { challenger: "You were not at the training day", others: `${sentence(letter.about.person ?? "a colleague")} was not at the training day` }),
  Body: () => (
    <>
      <P>If that is wrong, tell the coordinator. Otherwise choose another day.</P>
    </>
  ),
  button: () => ({ label: "Choose another day" }),
  next: () => "Without training in date no invitation can come.",
  example: { ...joField(), about: { person: "Jo Field" } },
});
