import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { sayRound } from "../words";

/** To the person who is to write a chapter. */
export const chapterAssigned = defineEmail({
  about: { chapter: fact.words },
  what: ({ about }) => (about.chapter ? `Write "${about.chapter}"` : "A chapter for you to write"),
  deadline: "awaited",
  preview: (letter) => `You write ${letter.about.chapter ? `"${letter.about.chapter}" of ` : "a chapter of "}${letter.title}.`,
  heading: ({ about }) => (about.chapter ? `You write the chapter "${about.chapter}"` : "You have a chapter to write"),
  Body: ({ letter }) => (
    <>
      <P>It is a chapter of {letter.title}, for {sayRound(letter)}.</P>
      <P>What you type is saved as you go, and nobody outside your authority sees it before your director signs. If you are not the right person, tell whoever assigned it today.</P>
    </>
  ),
  button: () => ({ label: "Start writing" }),
  next: () => "When you mark the chapter complete, your director is told. You are reminded 10 and 2 working days before the date.",
  example: { ...kent({ role: "addressee", recipient: { name: "Daniel Hughes" } }), about: { chapter: "Quality of practice" } },
});
