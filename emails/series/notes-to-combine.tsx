import { defineEmail, fact } from "../define-email";
import { actionLearning } from "../examples";
import { P } from "../letter";

/** To the coordinator once the last session is over. */
export const notesToCombine = defineEmail({
  about: { lastOn: fact.day },
  what: () => "Combine the notes",
  due: (letter) => letter.about.lastOn,
  deadline: { says: "on" },
  preview: () => "Its last session is over.",
  heading: (letter) => `The sessions of ${letter.title} are over`,
  Body: () => (
    <>
      <P>{"Say who came to each session and see that its notes are there. Then say that the sessions are over: their notes are combined by theme into one evidence report."}</P>
    </>
  ),
  button: () => ({ label: "See the series" }),
  next: () => null,
  example: { ...actionLearning(), about: { lastOn: "2027-05-25" } },
});
