import { defineEmail } from "../define-email";
import { actionLearning } from "../examples";
import { P } from "../letter";

/** To the coordinator as a receipt, and to say what comes next. */
export const sessionsFinished = defineEmail({
  about: {},
  what: () => "Combine the notes",
  due: (letter) => letter.due,
  deadline: "awaited",
  preview: () => "The notes are combined by theme.",
  heading: (letter) => `Every session of ${letter.title} is over`,
  Body: () => (
    <>
      <P>{"The notes of its sessions are combined by theme on the page of the evidence report. Write what they come to, and publish it."}</P>
    </>
  ),
  button: () => ({ label: "See the evidence report" }),
  next: () => "You are reminded before the day by which the report is awaited.",
  example: { ...actionLearning({ due: "2027-06-30" }), about: {} },
});
