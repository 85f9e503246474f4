import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the challenger shortly before the training. */
export const trainingSoon = defineEmail({
  about: { person: fact.words, trainingOn: fact.day },
  what: (letter) => byRole(letter, { challenger: "Your training day is near", others: `Training day near, ${letter.about.person ?? "a colleague"}` }),
  due: (letter) => letter.about.trainingOn,
  deadline: { says: "on" },
  preview: () => "Time and place are on the page.",
  heading: (letter) => byRole(letter, { challenger: "Your training day is near", others: `The training day of ${letter.about.person ?? "a colleague"} is near` }),
  Body: () => (
    <>
      <P>{"Time and place are on the page. If you cannot come, say so now."}</P>
    </>
  ),
  button: (letter) => (byRole(letter, { challenger: { label: "See your training" }, others: { label: "See the challenger" } })),
  next: () => "After the training, invitations to sessions can come.",
  example: { ...joField(), about: { person: "Jo Field", trainingOn: "2026-12-10" } },
});
