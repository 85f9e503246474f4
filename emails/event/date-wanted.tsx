import { defineEmail } from "../define-email";
import { conference } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator while a postponed event has no date. */
export const dateWanted = defineEmail({
  about: {},
  what: () => "Set a new date, or cancel",
  due: () => null,
  deadline: { says: "on" },
  preview: () => "People have kept their bookings.",
  heading: (letter) => `${sentence(letter.title)} has no date`,
  Body: () => (
    <>
      <P>{"It was postponed, and people have kept their bookings. Set a new date on the page, or cancel it, so that they know."}</P>
    </>
  ),
  button: () => ({ label: "Set a new date" }),
  next: () => "Everybody booked or waiting is told what you decide.",
  example: { ...conference(), about: {} },
});
