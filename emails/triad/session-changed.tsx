import { defineEmail, fact } from "../define-email";
import { sessionDay, triadFour } from "../examples";
import { P } from "../letter";
import { calendarNote } from "../words";

/** To everybody in a session when its time, its place or its joining instructions change. */
export const sessionChanged = defineEmail({
  about: { sessionOn: fact.day },
  what: () => "Time or place changed",
  due: ({ about }) => about.sessionOn,
  deadline: { says: "on" },
  preview: () => "Look at it again: something is different.",
  heading: (letter) => `The arrangements of ${letter.title} have changed`,
  Body: ({ letter }) => (
    <P>The page says when it begins and ends, where it is, and how to get in. {calendarNote(letter)}</P>
  ),
  button: () => ({ label: "See the session" }),
  next: () => "If anything changes again, you are told.",
  example: { ...triadFour({ role: "memberDcs", recipient: { name: "Amara Okafor" }, calendar: [sessionDay({ sequence: 1 })] }), about: { sessionOn: "2027-02-09" } },
});
