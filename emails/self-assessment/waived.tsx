import { defineEmail } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayRound, sentence } from "../words";

/** To the director (and the delegate by choice) and those who were writing, when the coordinator excuses the authority. */
export const waived = defineEmail({
  about: {},
  what: () => "Waived, nothing more to do",
  due: () => null,
  deadline: "settled",
  preview: () => "No self-assessment is asked of your authority in this round.",
  heading: (letter) => `${sentence(letter.title)} is waived`,
  Body: ({ letter }) => (
    <>
      {byRole(letter, {
        author: <P>You were writing a chapter. Nothing more is asked of you. What you wrote is kept.</P>,
        others: <P>The coordinator does not ask your authority for a self-assessment in {sayRound(letter)}. What was written is kept, and your authors have been told.</P>,
      })}
      <P>Read the reason in Candour.</P>
    </>
  ),
  button: () => ({ label: "See why" }),
  next: (letter) => byRole(letter, { author: null, others: "If you want to take part after all, you can come back while the round runs." }),
  example: { ...kent({ due: null, by: "Priya Nair, SLI coordinator, South East" }), about: {} },
});
