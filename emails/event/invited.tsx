import { defineEmail, fact } from "../define-email";
import { conference } from "../examples";
import { P } from "../letter";
import { sayOccasion } from "../words";

/** To somebody who is invited: booking is open. */
export const invited = defineEmail({
  about: { startsOn: fact.day, hours: fact.words, place: fact.words, bookBy: fact.day },
  what: () => "Book your place",
  due: (letter) => letter.about.bookBy,
  deadline: "awaited",
  preview: () => "First come, first served.",
  heading: (letter) => `Booking is open: ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{`It takes place ${sayOccasion(letter)}. Places go in the order of booking; when they are gone, there is a waiting list.`}</P>
      <P>{"The page says what it is about, who can come and how many places your authority has."}</P>
    </>
  ),
  button: () => ({ label: "Book a place" }),
  next: () => "You get a confirmation with the date for your calendar.",
  example: { ...conference({ role: "addressee", recipient: { name: "Jo Field" } }), about: { startsOn: "2027-02-09", hours: "10:00 to 15:30", place: "County Hall, Maidstone", bookBy: "2027-01-29" } },
});
