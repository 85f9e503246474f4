import { defineEmail, fact } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To a director whose authority reads a report. */
export const packReleased = defineEmail({
  about: { heldOn: fact.day },
  what: () => "Read and scrutinise",
  due: (letter) => letter.about.heldOn,
  deadline: { says: "event on" },
  preview: () => "The report is yours to read, and your questions are welcome before the event.",
  heading: (letter) => `You read ${letter.title}`,
  Body: () => (
    <>
      <P>{"The report is open to you from now. Ask what you want to ask on its page before the event: the authority answers there."}</P>
      <P>{"Its authority sees who has read it, and when. The page says who reads it with you, who leads, and at which table and turn it is talked about."}</P>
    </>
  ),
  button: () => ({ label: "Open the report" }),
  next: (letter) => byRole(letter, { leadScrutineer: "You lead its reading: on the day you record the outcome for all its readers.", others: "One of its readers leads, and records the outcome on the day." }),
  example: { ...barnsleyReport({ role: "leadScrutineer", recipient: { name: "Ruth Ellison" } }), about: { heldOn: "2027-01-08" } },
});
