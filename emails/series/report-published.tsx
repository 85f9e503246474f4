import { defineEmail, fact } from "../define-email";
import { actionLearning } from "../examples";
import { P } from "../letter";
import { count } from "../dates";

/** To the coordinator as a receipt, and to everybody who took part. */
export const reportPublished = defineEmail({
  about: { sessions: fact.count, notes: fact.count },
  what: () => "The evidence report is published",
  due: () => null,
  deadline: { says: "on" },
  preview: () => "What was heard, by theme.",
  heading: (letter) => `The evidence report of ${letter.title} is published`,
  Body: ({ letter }) => (
    <>
      <P>{`It combines ${count(letter.about.notes ?? 0, "note")} of ${count(letter.about.sessions ?? 0, "session")} by theme, and says how many took part. Read it in Candour, or take it as a Word file.`}</P>
    </>
  ),
  button: () => ({ label: "Read the report" }),
  next: () => null,
  example: { ...actionLearning({ role: "addressee", recipient: { name: "Jo Field" } }), about: { sessions: 18, notes: 36 } },
});
