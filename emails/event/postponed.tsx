import { defineEmail } from "../define-email";
import { conference } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator as a receipt. */
export const postponed = defineEmail({
  about: {},
  what: () => "Postponed",
  due: () => null,
  deadline: { says: "on" },
  preview: () => "Everybody booked or waiting has been told.",
  heading: (letter) => `${sentence(letter.title)} is postponed`,
  Body: () => (
    <>
      <P>{"Everybody booked or waiting has been told. Bookings and the order of the waiting list are kept. Read in Candour why."}</P>
    </>
  ),
  button: () => ({ label: "Set a new date" }),
  next: () => "You are reminded to set a new date, or to cancel, within twenty working days.",
  example: { ...conference(), about: {} },
});
