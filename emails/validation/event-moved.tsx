import { defineEmail, fact } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";

/** To the authority and its readers: the event is on another day. */
export const eventMoved = defineEmail({
  about: { heldOn: fact.day },
  what: () => "Event moved",
  due: (letter) => letter.about.heldOn,
  deadline: { says: "now on" },
  preview: () => "The event has moved; so has the time to read and ask.",
  heading: (letter) => `The event at which ${letter.title} is scrutinised has moved`,
  Body: () => (
    <>
      <P>{"Who reads the report stays as it is. Questions can be asked until the new day, and the outcome is recorded on it."}</P>
    </>
  ),
  button: () => ({ label: "Open the report" }),
  next: () => "If you have a place at the event, you get the new date for your calendar by itself.",
  example: { ...barnsleyReport({ role: "leadScrutineer", recipient: { name: "Ruth Ellison" }, by: null }), about: { heldOn: "2027-01-22" } },
});
