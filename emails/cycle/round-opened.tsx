import { count } from "../dates";
import { defineEmail, fact } from "../define-email";
import { dueDay, southEast } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote, sayRound, sentence } from "../words";

/** To every director taking part and to the coordinator, when a round opens. */
export const roundOpened = defineEmail({
  about: { authorities: fact.count, submissionsDueOn: fact.day },
  what: (letter) => byRole(letter, { coordinator: "You opened the round", others: "Round open, self-assessment wanted" }),
  due: ({ about, due }) => about.submissionsDueOn ?? due,
  deadline: "awaited",
  preview: (letter) => byRole(letter, { coordinator: "The directors have been told.", others: "Your authority's self-assessment can be written from today." }),
  heading: (letter) => `${sentence(sayRound(letter))} is open`,
  Body: ({ letter }) => (
    <>
      {byRole(letter, {
        coordinator: (
          <P>
            The round is open{typeof letter.about.authorities === "number" ? ` for ${count(letter.about.authorities, "authority", "authorities")}` : ""}. Every director taking part has been told, and their template is frozen.
          </P>
        ),
        others: <P>Your authority's self-assessment can be written from today. Assign its chapters to their authors first, so that each of them has the whole time.</P>,
      })}
      {letter.calendar.length > 0 ? <P>{calendarNote(letter)}</P> : null}
    </>
  ),
  button: (letter) => byRole(letter, { coordinator: { label: "See who has started" }, others: { label: "Open the round" } }),
  next: (letter) =>
    byRole(letter, {
      coordinator: "Authorities are reminded 10 and 2 working days before the date. You hear of each self-assessment that comes in.",
      others: "You are reminded 10 and 2 working days before the date. If you cannot make it, ask the coordinator for an extension before then.",
    }),
  example: { ...southEast({ role: "dcs", recipient: { name: "Amara Okafor" }, calendar: [dueDay()] }), about: { authorities: 19, submissionsDueOn: "2026-11-30" } },
});
