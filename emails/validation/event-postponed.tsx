import { defineEmail } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";

/** To the authority and its readers: the event has no date for now. */
export const eventPostponed = defineEmail({
  about: {},
  what: () => "Event postponed",
  deadline: "settled",
  preview: () => "There is no date for now; the report stays open to its readers.",
  heading: (letter) => `The event at which ${letter.title} is scrutinised is postponed`,
  Body: () => (
    <>
      <P>{"A new date is to be set. The report stays open to its readers, and questions can still be asked."}</P>
    </>
  ),
  button: () => ({ label: "Open the report" }),
  next: () => "You are told of the new date.",
  example: { ...barnsleyReport({ role: "leadScrutineer", recipient: { name: "Ruth Ellison" }, by: null }), about: {} },
});
