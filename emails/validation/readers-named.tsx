import { defineEmail, fact } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the director whose report is read: by whom. */
export const readersNamed = defineEmail({
  about: { heldOn: fact.day, readers: fact.words },
  what: () => "Who reads your report",
  due: (letter) => letter.about.heldOn,
  deadline: { says: "event on" },
  preview: (letter) => `${sentence(letter.about.readers ?? "The readers are named")}.`,
  heading: (letter) => `It is settled who reads ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{`It is read by ${letter.about.readers ?? "the authorities named on its page"}. They can read it from now, and every reading is noted for you.`}</P>
      <P>{"You may be asked questions before the event. You or your delegate answer them on the page."}</P>
    </>
  ),
  button: () => ({ label: "See who reads it" }),
  next: () => "On the day its readers agree it, ask about it, or ask for evidence. You are told which.",
  example: { ...barnsleyReport({ role: "hostDcs", recipient: { name: "Ada Whitlock" } }), about: { heldOn: "2027-01-08", readers: "Leeds and York" } },
});
