import { timeLeft } from "../dates";
import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { ofAll, sentence } from "../words";

/** To the director (and the delegate by choice) and those still writing, before the date. */
export const dueSoon = defineEmail({
  about: { chaptersComplete: fact.count, chapters: fact.count },
  what: (letter) => (letter.due ? `${sentence(timeLeft(letter.due, letter.when))} to send in` : "Due soon"),
  deadline: "awaited",
  preview: ({ about }) => (about.chapters ? `${sentence(ofAll(about.chaptersComplete ?? 0, about.chapters, "chapter"))} complete.` : "It is not sent in yet."),
  heading: (letter) => `${sentence(letter.title)} is due soon`,
  Body: ({ letter }) => (
    <>
      {letter.about.chapters ? <P>{sentence(ofAll(letter.about.chaptersComplete ?? 0, letter.about.chapters, "chapter"))} complete.</P> : null}
      <P>
        {byRole(letter, {
          author: "You still have a chapter to finish. Leave your director time to read and sign before the date.",
          delegate: "Your director needs time to read and sign, and those who endorse need some too. Pass it on as early as you can.",
          others: "It has to be complete, signed, and endorsed where the round asks for it, by the date. If that cannot be done, ask the coordinator for an extension now.",
        })}
      </P>
    </>
  ),
  button: (letter) => byRole(letter, { author: { label: "Finish your chapter" }, others: { label: "See what is missing" } }),
  next: () => "After the date it shows as late to your director and to the coordinator.",
  example: { ...kent({ by: null, when: "2026-11-26T07:00:00.000Z" }), about: { chaptersComplete: 7, chapters: 9 } },
});
