import { defineEmail, fact } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the authority: the readers need evidence. */
export const evidenceWanted = defineEmail({
  about: { replyBy: fact.day },
  what: () => "Evidence is asked for",
  due: (letter) => letter.about.replyBy,
  deadline: "awaited",
  preview: () => "Its readers need evidence. The page says of what.",
  heading: (letter) => `Evidence is needed for ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{"Its readers need evidence for something in the report. Read on its page for what: it is not in this email."}</P>
      <P>{byRole(letter, { hostDelegate: "You can prepare the reply; your director gives it.", others: "Say on the same page where the evidence is, in aggregate and without any child’s details." })}</P>
    </>
  ),
  button: () => ({ label: "Read what is asked for" }),
  next: () => "Its readers then say whether the reply settles it. Without a reply the window closes, and the outcome says that there was none.",
  example: { ...barnsleyReport({ role: "hostDcs", recipient: { name: "Ada Whitlock" } }), about: { replyBy: "2027-01-22" } },
});
