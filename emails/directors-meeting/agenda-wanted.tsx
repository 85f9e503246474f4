import { defineEmail, fact } from "../define-email";
import { directorsInApril } from "../examples";
import { P } from "../letter";

/** Reminder: the agenda is to go out. */
export const agendaWanted = defineEmail({
  about: { papersBy: fact.day },
  what: () => "Send the agenda",
  due: (letter) => letter.about.papersBy,
  deadline: "awaited",
  preview: () => "The directors wait for the papers.",
  heading: (letter) => `The agenda of ${letter.title} is to go out`,
  Body: () => (
    <>
      <P>{"Put on it what is proposed, with a paper each, and send it to the directors."}</P>
    </>
  ),
  button: () => ({ label: "Go to the meeting" }),
  next: () => "Every director is told, with the date for their calendar.",
  example: { ...directorsInApril(), about: { papersBy: "2027-03-26" } },
});
