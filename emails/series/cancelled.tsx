import { defineEmail } from "../define-email";
import { actionLearning } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator as a receipt. */
export const cancelled = defineEmail({
  about: {},
  what: () => "Cancelled",
  due: () => null,
  deadline: { says: "on" },
  preview: () => "Everybody booked has been told.",
  heading: (letter) => `${sentence(letter.title)} is cancelled`,
  Body: () => (
    <>
      <P>{"Everybody who had a place at a session still to come, or waited for one, has been told, and the dates are taken out of their calendars. Read in Candour why."}</P>
    </>
  ),
  button: () => ({ label: "See the series" }),
  next: () => null,
  example: { ...actionLearning(), about: {} },
});
