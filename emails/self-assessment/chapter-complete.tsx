import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { ofAll, sayName, sentence } from "../words";

/** To the director (and the delegate by choice) each time an author finishes a chapter. */
export const chapterComplete = defineEmail({
  about: { chapter: fact.words, chaptersComplete: fact.count, chapters: fact.count },
  what: ({ about }) => (about.chapter ? `Chapter complete, "${about.chapter}"` : "A chapter is complete"),
  deadline: "awaited",
  preview: ({ about }) => (about.chapters ? `${sentence(ofAll(about.chaptersComplete, about.chapters, "chapter"))} complete.` : "One more chapter is complete."),
  heading: ({ about }) => (about.chapter ? `"${about.chapter}" is complete` : "A chapter is complete"),
  Body: ({ letter }) => (
    <P>
      {sayName(letter)} marked {letter.about.chapter ? "it" : "a chapter"} complete in {letter.title}.
      {letter.about.chapters ? ` ${sentence(ofAll(letter.about.chaptersComplete, letter.about.chapters, "chapter"))} complete.` : ""}
    </P>
  ),
  button: () => ({ label: "Read the chapter" }),
  next: (letter) => byRole(letter, { delegate: "When every chapter is complete, pass it to your director to sign.", others: "When every chapter is complete, it comes to you to sign." }),
  example: { ...kent({ by: "Daniel Hughes, section author, Kent" }), about: { chapter: "Quality of practice", chaptersComplete: 4, chapters: 9 } },
});
