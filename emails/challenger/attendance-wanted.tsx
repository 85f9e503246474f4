import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the coordinator after the training day. */
export const attendanceWanted = defineEmail({
  about: { person: fact.words, trainingOn: fact.day },
  what: (letter) => byRole(letter, { challenger: "Say whether you came", others: `Record whether ${letter.about.person ?? "a colleague"} came` }),
  due: (letter) => letter.about.trainingOn,
  deadline: { says: "on" },
  preview: () => "The training day is over.",
  heading: (letter) => byRole(letter, { challenger: "Say who came to the training day", others: `Did ${letter.about.person ?? "a colleague"} come to the training day?` }),
  Body: () => (
    <>
      <P>{"Until it is recorded, they count as untrained and cannot be invited."}</P>
    </>
  ),
  button: (letter) => (byRole(letter, { challenger: { label: "See your training" }, others: { label: "See the challenger" } })),
  next: () => "After the training, invitations to sessions can come.",
  example: { ...joField(), about: { person: "Jo Field", trainingOn: "2026-12-10" } },
});
