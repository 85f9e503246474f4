import { defineEmail, fact } from "../define-email";
import { actionLearning } from "../examples";
import { P } from "../letter";
import { count } from "../dates";

/** To the coordinator as a receipt. */
export const opened = defineEmail({
  about: { sessions: fact.count, startsOn: fact.day },
  what: () => "Booking is open",
  due: (letter) => letter.about.startsOn,
  deadline: { says: "on" },
  preview: () => "Those invited have been told.",
  heading: (letter) => `Booking is open for every session of ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{`The ${count(letter.about.sessions ?? 0, "session")} can be booked one by one or all together. Those invited have been told once for all of them.`}</P>
    </>
  ),
  button: () => ({ label: "See the series" }),
  next: () => "Each session tells you when its booking closes and how many come.",
  example: { ...actionLearning(), about: { sessions: 18, startsOn: "2027-01-12" } },
});
