import { defineEmail, fact } from "../define-email";
import { conference } from "../examples";
import { P } from "../letter";
import { count } from "../dates";
import { ofAll, sentence } from "../words";

/** To the coordinator when booking has closed. */
export const bookingClosed = defineEmail({
  about: { startsOn: fact.day, places: fact.count, booked: fact.count, waiting: fact.count },
  what: () => "Booking has closed",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: (letter) => `${sentence(ofAll(letter.about.booked, letter.about.places, "place"))} taken.`,
  heading: (letter) => `Booking for ${letter.title} has closed`,
  Body: ({ letter }) => (
    <>
      <P>{`${sentence(ofAll(letter.about.booked, letter.about.places, "place"))} taken${letter.about.waiting ? `, and ${count(letter.about.waiting, "person", "people")} on the waiting list` : ""}. A freed place is still offered to the list until it begins.`}</P>
    </>
  ),
  button: () => ({ label: "See the event" }),
  next: () => "Everybody booked is reminded two working days before, with how to join.",
  example: { ...conference(), about: { startsOn: "2027-02-09", places: 40, booked: 32, waiting: 5 } },
});
