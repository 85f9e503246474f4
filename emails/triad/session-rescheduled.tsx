import { sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To everybody in a session that was put off, when it has a new date. */
export const sessionRescheduled = defineEmail({
  about: { sessionOn: fact.day, attendanceDueOn: fact.day, host: fact.words },
  what: () => "New date",
  due: ({ about }) => about.sessionOn,
  deadline: { says: "on" },
  preview: () => "Say again who comes.",
  heading: (letter) => `${sentence(letter.title)} has a new date`,
  Body: ({ letter }) => (
    <>
      <P>The session is now proposed{letter.about.sessionOn ? ` for ${sayDay(letter.about.sessionOn, letter.when)}` : ""}{letter.about.host ? `, hosted by ${letter.about.host}` : ""}.</P>
      <P>{byRole(letter, { memberDcs: "Say again who comes for your authority.", delegate: "Say again who comes for your authority.", coordinator: "Each authority says again who comes.", others: "You hear whether it is confirmed." })}</P>
    </>
  ),
  button: (letter) => byRole(letter, { memberDcs: { label: "Say who comes", path: `${letter.path}/attendance` }, delegate: { label: "Say who comes", path: `${letter.path}/attendance` }, others: { label: "See the session" } }),
  next: () => "When every authority has said who comes, the date goes into calendars again.",
  example: { ...triadFour({ role: "memberDcs", recipient: { name: "Amara Okafor" } }), about: { sessionOn: "2027-02-25", attendanceDueOn: "2027-02-12", host: "Medway" } },
});
