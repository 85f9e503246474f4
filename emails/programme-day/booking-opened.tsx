import { defineEmail, fact } from "../define-email";
import { programmeDay } from "../examples";
import { P } from "../letter";
import { sayOccasion } from "../words";

/** To the coordinator as a receipt. */
export const bookingOpened = defineEmail({
  about: { startsOn: fact.day, hours: fact.words, place: fact.words },
  what: () => "Booking is open",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "Those who accepted a place can book.",
  heading: (letter) => `Booking is open: ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{`It takes place ${sayOccasion(letter)}.`}</P>
      <P>{"Those who accepted a place can book. They have been told with their acceptance."}</P>
    </>
  ),
  button: () => ({ label: "See the day" }),
  next: () => null,
  example: { ...programmeDay(), about: { startsOn: "2027-02-09", hours: "10:00 to 15:30", place: "County Hall, Leeds" } },
});
