import { defineEmail, fact } from "../define-email";
import { actionLearning } from "../examples";
import { P } from "../letter";
import { count } from "../dates";

/** To somebody who is invited to the sessions of a series, once for all of them. */
export const invited = defineEmail({
  about: { sessions: fact.count, startsOn: fact.day },
  what: () => "Book your sessions",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "One by one, or all together.",
  heading: (letter) => `Booking is open: ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{`There are ${count(letter.about.sessions ?? 0, "session")}. Book those that suit you, or all of them together; places go in the order of booking.`}</P>
    </>
  ),
  button: () => ({ label: "Choose your sessions" }),
  next: () => "You get a confirmation of each session, with its date for your calendar.",
  example: { ...actionLearning({ role: "addressee", recipient: { name: "Jo Field" } }), about: { sessions: 18, startsOn: "2027-01-12" } },
});
