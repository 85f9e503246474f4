import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { ofAll, sayName, sentence } from "../words";

/** To the director (and the delegate by choice) when somebody begins, or resumes, the writing. */
export const writingStarted = defineEmail({
  about: { chapters: fact.count, chaptersComplete: fact.count },
  what: () => "Writing under way",
  deadline: "awaited",
  preview: (letter) => `${letter.title} is being written.`,
  heading: (letter) => `${sentence(letter.title)} is being written`,
  Body: ({ letter }) => (
    <>
      <P>{sayName(letter)} has opened it for writing.{letter.about.chapters ? ` ${ofAll(letter.about.chaptersComplete ?? 0, letter.about.chapters, "chapter")} complete so far.` : ""}</P>
      <P>{byRole(letter, { delegate: "Check that each chapter has its author.", others: "Nothing is asked of you today. You sign when it is complete." })}</P>
    </>
  ),
  button: () => ({ label: "See how far it is" }),
  next: (letter) => byRole(letter, { delegate: "When every chapter is complete, pass it to your director to sign.", others: "When every chapter is complete, it comes to you to sign." }),
  example: { ...kent(), about: { chapters: 9, chaptersComplete: 0 } },
});
