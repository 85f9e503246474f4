import { defineEmail, fact } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** Reminder: a reader is still to be named. */
export const readerWanted = defineEmail({
  about: { heldOn: fact.day },
  what: () => "Name another reader",
  due: (letter) => letter.about.heldOn,
  deadline: { says: "event on" },
  preview: () => "A report waits for a reader.",
  heading: (letter) => `${sentence(letter.title)} waits for another reader`,
  Body: () => (
    <>
      <P>{"A reader has declined. No outcome can be recorded until another is named."}</P>
    </>
  ),
  button: () => ({ label: "Name another reader" }),
  next: () => "Everybody concerned is told when you have.",
  example: { ...barnsleyReport({ role: "coordinator", by: null }), about: { heldOn: "2027-01-08" } },
});
