import { defineEmail } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** The window to reply has closed without a reply. */
export const windowClosed = defineEmail({
  about: {},
  what: () => "No reply came",
  deadline: "settled",
  preview: () => "The window to reply has closed.",
  heading: (letter) => `The window to reply about ${letter.title} has closed`,
  Body: () => (
    <>
      <P>{"There was no reply. The outcome stands as it was recorded, and says so."}</P>
    </>
  ),
  button: () => ({ label: "See the outcome" }),
  next: (letter) => byRole(letter, { coordinator: "You can open the window again with a new last day, or publish the outcome as it is.", others: "The coordinator can open the window again." }),
  example: { ...barnsleyReport({ role: "coordinator" }), about: {} },
});
