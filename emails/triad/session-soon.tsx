import { sayDay } from "../dates";
import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To everybody in a session, some days before it and the day before. */
export const sessionSoon = defineEmail({
  about: { sessionOn: fact.day, host: fact.words },
  what: () => "The session is near",
  due: ({ about }) => about.sessionOn,
  deadline: { says: "on" },
  preview: () => "Where, when, and your role in each part of the day.",
  heading: (letter) => `${sentence(letter.title)} meets${letter.about.sessionOn ? ` on ${sayDay(letter.about.sessionOn, letter.when)}` : " soon"}`,
  Body: ({ letter }) => (
    <P>The page says where it is, when it begins, and who leads, observes and takes notes in each part. {byRole(letter, { coordinator: "Have a look at whether everything is in.", others: "The pack is there to prepare by." })}</P>
  ),
  button: () => ({ label: "See the session" }),
  next: () => null,
  example: { ...triadFour({ role: "memberDcs", by: null, recipient: { name: "Amara Okafor" } }), about: { sessionOn: "2027-02-09", host: "Kent" } },
});
