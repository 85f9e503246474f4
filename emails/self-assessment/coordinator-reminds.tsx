import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { ofAll, sayName, sentence } from "../words";

/** To those the coordinator chose on the chase board. */
export const coordinatorReminds = defineEmail({
  about: { chaptersComplete: fact.count, chapters: fact.count },
  what: () => "A reminder from your coordinator",
  deadline: "awaited",
  preview: (letter) => `${sayName(letter)} asks after ${letter.title}.`,
  heading: (letter) => `${sayName(letter)} asks after ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{letter.about.chapters ? `${sentence(ofAll(letter.about.chaptersComplete ?? 0, letter.about.chapters, "chapter"))} complete. ` : ""}It waits for you. If something stands in the way, tell the coordinator, who can help or grant more time.</P>
    </>
  ),
  button: () => ({ label: "See what is wanted of you" }),
  next: () => "The coordinator sees on the board that you were reminded, and when you have done it.",
  example: { ...kent({ role: "addressee", by: "Priya Nair, SLI coordinator, South East" }), about: { chaptersComplete: 8, chapters: 9 } },
});
