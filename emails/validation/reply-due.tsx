import { defineEmail, fact } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";

/** Reminder: the authority’s reply is awaited. */
export const replyDue = defineEmail({
  about: { replyBy: fact.day },
  what: () => "Your reply is awaited",
  due: (letter) => letter.about.replyBy,
  deadline: "awaited",
  preview: () => "The window to reply is closing.",
  heading: (letter) => `A reply about ${letter.title} is still awaited`,
  Body: () => (
    <>
      <P>{"Without a reply the window closes by itself. That is never taken as agreement: the outcome says that there was no reply."}</P>
    </>
  ),
  button: () => ({ label: "Reply" }),
  next: () => "If you need longer, ask the region’s coordinator before the window closes.",
  example: { ...barnsleyReport({ role: "hostDcs", recipient: { name: "Ada Whitlock" } }), about: { replyBy: "2027-01-22" } },
});
