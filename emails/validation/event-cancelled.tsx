import { defineEmail } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";

/** To the authority and its readers: the event does not take place. */
export const eventCancelled = defineEmail({
  about: {},
  what: () => "Event cancelled",
  deadline: "settled",
  preview: () => "The report is not scrutinised at this event.",
  heading: (letter) => `The event at which ${letter.title} was to be scrutinised is cancelled`,
  Body: () => (
    <>
      <P>{"What was open to its readers for this event is closed to them."}</P>
    </>
  ),
  button: () => ({ label: "See the report’s page" }),
  next: () => "Nothing more is asked of you for it.",
  example: { ...barnsleyReport({ role: "leadScrutineer", recipient: { name: "Ruth Ellison" }, by: null }), about: {} },
});
