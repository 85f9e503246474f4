import { defineEmail, fact } from "../define-email";
import { joField } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { calendarNote } from "../words";

/** To the challenger and the coordinator when a booked place is given back or the day is off. */
export const trainingCancelled = defineEmail({
  about: { person: fact.words },
  what: (letter) => byRole(letter, { challenger: "Your training day is off", others: `Training day off, ${letter.about.person ?? "a colleague"}` }),
  deadline: "settled",
  preview: () => "Another day is needed.",
  heading: (letter) => byRole(letter, { challenger: "Your place at the training day is cancelled", others: `The place of ${letter.about.person ?? "a colleague"} at the training day is cancelled` }),
  Body: ({ letter }) => (
    <>
      <P>{`Another training day is needed.${letter.calendar.length > 0 ? ` ${calendarNote(letter)}` : ""}`}</P>
    </>
  ),
  button: (letter) => (byRole(letter, { challenger: { label: "Choose another day" }, others: { label: "See the challenger" } })),
  next: () => "Without training in date no invitation can come.",
  example: { ...joField(), about: { person: "Jo Field" } },
});
