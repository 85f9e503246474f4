import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote, sentence } from "../words";

/** To the challenger and the coordinator when a place at a training day is booked. */
export const trainingBooked = defineEmail({
  about: { person: fact.words, trainingOn: fact.day },
  what: (letter) => byRole(letter, { challenger: "Your training day is booked", others: `Training day booked, ${letter.about.person ?? "a colleague"}` }),
  due: (letter) => letter.about.trainingOn,
  deadline: { says: "on" },
  preview: () => "A place is kept.",
  heading: (letter) => byRole(letter, { challenger: "Your place at the training day is booked", others: `${sentence(letter.about.person ?? "a colleague")} has a place at the training day` }),
  Body: ({ letter }) => (
    <>
      <P>{"The place is kept. If it cannot be used, say so early, so that somebody else can have it."}{letter.calendar.length > 0 ? ` ${calendarNote(letter)}` : ""}</P>
    </>
  ),
  button: (letter) => (byRole(letter, { challenger: { label: "See your training" }, others: { label: "See the challenger" } })),
  next: () => "After the training, invitations to sessions can come.",
  example: { ...joField(), about: { person: "Jo Field", trainingOn: "2026-12-10" } },
});
