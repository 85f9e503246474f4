import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote } from "../words";

/** To those booked when a training day moves. */
export const trainingMoved = defineEmail({
  about: { person: fact.words, trainingOn: fact.day },
  what: (letter) => byRole(letter, { challenger: "Your training day has moved", others: `Training day moved, ${letter.about.person ?? "a colleague"}` }),
  due: (letter) => letter.about.trainingOn,
  deadline: { says: "on" },
  preview: () => "Your place is kept on the new day.",
  heading: (letter) => byRole(letter, { challenger: "Your training day has moved", others: `The training day of ${letter.about.person ?? "a colleague"} has moved` }),
  Body: ({ letter }) => (
    <>
      <P>{"Your place is kept on the new day. If you cannot come then, say so on the page and choose another."}{letter.calendar.length > 0 ? ` ${calendarNote(letter)}` : ""}</P>
    </>
  ),
  button: (letter) => (byRole(letter, { challenger: { label: "See your training" }, others: { label: "See the challenger" } })),
  next: () => "After the training, invitations to sessions can come.",
  example: { ...joField(), about: { person: "Jo Field", trainingOn: "2026-12-10" } },
});
