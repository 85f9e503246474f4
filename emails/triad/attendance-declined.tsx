import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the coordinator and to the authority’s director, when an authority cannot come on the day proposed. */
export const attendanceDeclined = defineEmail({
  about: { sessionOn: fact.day, who: fact.words },
  what: ({ about }) => `${about.who ?? "An authority"} cannot come`,
  due: ({ about }) => about.sessionOn,
  deadline: { says: "on" },
  preview: () => "Another day is wanted.",
  heading: (letter) => `${letter.about.who ?? "An authority"} cannot come on the day proposed`,
  Body: ({ letter }) => (
    <P>{byRole(letter, { coordinator: "Propose another day, offer new dates, or ask whether a deputy can come.", others: "The coordinator has been told, and looks for another day." })} Read the reason in Candour.</P>
  ),
  button: () => ({ label: "See the session" }),
  next: () => "The others are told when another day is proposed.",
  example: { ...triadFour({}), about: { sessionOn: "2027-02-09", who: "Medway" } },
});
