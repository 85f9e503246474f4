import { defineEmail, fact } from "../define-email";
import { conference } from "../examples";
import { P } from "../letter";
import { count } from "../dates";
import { ofAll, sentence } from "../words";

/** To the coordinator before the last day to book. */
export const bookingClosesSoon = defineEmail({
  about: { bookBy: fact.day, places: fact.count, booked: fact.count, waiting: fact.count },
  what: () => "Booking closes soon",
  due: (letter) => letter.about.bookBy,
  deadline: { says: "by" },
  preview: (letter) => `${sentence(ofAll(letter.about.booked, letter.about.places, "place"))} taken.`,
  heading: (letter) => `The last day to book ${letter.title} is near`,
  Body: ({ letter }) => (
    <>
      <P>{`${sentence(ofAll(letter.about.booked, letter.about.places, "place"))} taken${letter.about.waiting ? `, and ${count(letter.about.waiting, "person", "people")} on the waiting list` : ""}.`}</P>
    </>
  ),
  button: () => ({ label: "See the event" }),
  next: () => "Authorities without a booking are listed on the page; the invitation can be sent to them again.",
  example: { ...conference(), about: { bookBy: "2027-01-29", places: 40, booked: 32, waiting: 5 } },
});
