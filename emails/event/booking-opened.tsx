import { defineEmail, fact } from "../define-email";
import { conference } from "../examples";
import { P } from "../letter";

/** To the coordinator as a receipt. */
export const bookingOpened = defineEmail({
  about: { bookBy: fact.day },
  what: () => "Booking is open",
  due: (letter) => letter.about.bookBy,
  deadline: { says: "by" },
  preview: () => "Those invited have been told.",
  heading: (letter) => `Booking is open: ${letter.title}`,
  Body: () => (
    <>
      <P>{"Those invited have been told by email. The page shows who has booked, by authority, as it happens."}</P>
    </>
  ),
  button: () => ({ label: "See the event" }),
  next: () => "Two working days before the last day to book you are told how many places are taken.",
  example: { ...conference(), about: { bookBy: "2027-01-29" } },
});
