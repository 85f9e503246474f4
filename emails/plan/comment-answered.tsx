import { defineEmail } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To whoever made the comment, and to the coordinator as a receipt. */
export const commentAnswered = defineEmail({
  about: {},
  what: () => "A comment is answered",
  deadline: "settled",
  preview: () => "The answer is on the plan’s page.",
  heading: (letter) => `A comment is answered: ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { coordinator: "Whoever made it is told.", others: "The coordinator has answered your comment. The answer is on the plan’s page, beside it." })}</P>
    </>
  ),
  button: () => ({ label: "Read the answer" }),
  next: () => "When every comment is answered, the plan goes to a directors’ meeting.",
  example: { ...theRegionsPlan({ role: "addressee", recipient: { name: "Jo Field" } }), about: {} },
});
