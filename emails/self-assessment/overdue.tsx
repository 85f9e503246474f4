import { defineEmail, fact } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { ofAll, sentence } from "../words";

/** To the director (and the delegate by choice) and the coordinator, on the day after the date. */
export const overdue = defineEmail({
  about: { chaptersComplete: fact.count, chapters: fact.count, joinedLate: fact.yesOrNo },
  what: (letter) => byRole(letter, { coordinator: "Not in", others: "Now overdue" }),
  deadline: "awaited",
  preview: (letter) => byRole(letter, { coordinator: "Its director has been told.", others: "Its date has passed and it is not in." }),
  heading: (letter) => `${sentence(letter.title)} is overdue`,
  Body: ({ letter }) => (
    <>
      {letter.about.chapters ? <P>{sentence(ofAll(letter.about.chaptersComplete ?? 0, letter.about.chapters, "chapter"))} complete.</P> : null}
      {byRole(letter, {
        coordinator: (
          <P>
            Its date has passed and its director has been told.{letter.about.joinedLate ? " The authority joined the round late." : ""} You can send a reminder of your own, grant an extension, or waive it with a reason.
          </P>
        ),
        others: <P>It can still be sent in, and counts when it is. If you need more time, ask the coordinator for an extension rather than leave it late.</P>,
      })}
    </>
  ),
  button: (letter) => byRole(letter, { coordinator: { label: "See where it stands" }, others: { label: "See what is missing" } }),
  next: (letter) => byRole(letter, { coordinator: "You are told again after 3 working days, and after 8 the chief executive is told too.", others: "If it is not in after 8 working days, your chief executive is told too." }),
  example: { ...kent({ by: null, when: "2026-12-01T00:00:00.000Z" }), about: { chaptersComplete: 8, chapters: 9 } },
});
