import { sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the directors and delegates of a group, when a day and a host are proposed; to the coordinator as a receipt. */
export const proposalSent = defineEmail({
  about: { sessionOn: fact.day, attendanceDueOn: fact.day, host: fact.words },
  what: (letter) => byRole(letter, { coordinator: "Session proposed", others: "Confirm who comes" }),
  due: ({ about }) => about.attendanceDueOn,
  deadline: "awaited",
  preview: () => "A director or a named deputy comes from each authority.",
  heading: (letter) => `A day is proposed for ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>The session would be{letter.about.sessionOn ? ` on ${sayDay(letter.about.sessionOn, letter.when)}` : ""}{letter.about.host ? `, hosted by ${letter.about.host}` : ""}. The page says where and from when to when.</P>
      <P>{byRole(letter, { coordinator: "Each authority now says who comes.", others: "Say who comes for your authority: the director, or a deputy whom you name. If nobody can, say why, and another day is looked for." })}</P>
    </>
  ),
  button: (letter) => byRole(letter, { coordinator: { label: "See who has confirmed" }, others: { label: "Say who comes", path: `${letter.path}/attendance` } }),
  next: () => "When every authority has said who comes, the coordinator confirms the session and the date goes into calendars.",
  example: { ...triadFour({ role: "asked", recipient: { name: "Amara Okafor" } }), about: { sessionOn: "2027-02-09", attendanceDueOn: "2026-12-15", host: "Kent" } },
});
