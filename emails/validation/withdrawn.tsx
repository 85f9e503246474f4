import { defineEmail } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the authority and its readers: the report is not scrutinised after all. */
export const withdrawn = defineEmail({
  about: {},
  what: () => "Taken out of the event",
  deadline: "settled",
  preview: () => "It is not scrutinised at this event.",
  heading: (letter) => `${sentence(letter.title)} is taken out of the event`,
  Body: () => (
    <>
      <P>{"The coordinator has taken the report out of the event. The reason is on its page. What was open to its readers for this event is closed to them."}</P>
    </>
  ),
  button: () => ({ label: "See the reason" }),
  next: () => "Nothing more is asked of you for it.",
  example: { ...barnsleyReport({ role: "leadScrutineer", recipient: { name: "Ruth Ellison" } }), about: {} },
});
