import { defineEmail, fact } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";

/** To the authority: there is longer to reply. */
export const windowExtended = defineEmail({
  about: { replyBy: fact.day },
  what: () => "You have longer to reply",
  due: (letter) => letter.about.replyBy,
  deadline: "awaited",
  preview: () => "The window to reply ends later.",
  heading: (letter) => `There is longer to reply about ${letter.title}`,
  Body: () => (
    <>
      <P>{"The coordinator has set a new last day for your reply."}</P>
    </>
  ),
  button: () => ({ label: "Reply" }),
  next: () => "Its readers are told as soon as you have replied.",
  example: { ...barnsleyReport({ role: "hostDcs", recipient: { name: "Ada Whitlock" } }), about: { replyBy: "2027-01-29" } },
});
