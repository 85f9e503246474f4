import { defineEmail, fact } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the authority: the readers have a query. */
export const replyWanted = defineEmail({
  about: { replyBy: fact.day },
  what: () => "Reply to a query",
  due: (letter) => letter.about.replyBy,
  deadline: "awaited",
  preview: () => "Its readers have a query. The page says which.",
  heading: (letter) => `There is a query about ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{"Its readers have asked about something in the report. Read the query on its page: it is not in this email."}</P>
      <P>{byRole(letter, { hostDelegate: "You can prepare the reply; your director gives it.", others: "Give your reply on the same page." })}</P>
    </>
  ),
  button: () => ({ label: "Read the query" }),
  next: () => "Its readers then say whether the reply settles it. Without a reply the window closes, and the outcome says that there was none.",
  example: { ...barnsleyReport({ role: "hostDcs", recipient: { name: "Ada Whitlock" } }), about: { replyBy: "2027-01-22" } },
});
