import { defineEmail } from "../define-email";
import { actionLearning } from "../examples";
import { P } from "../letter";

/** To the coordinator as a receipt. */
export const reportReopened = defineEmail({
  about: {},
  what: () => "The report is open again",
  due: (letter) => letter.due,
  deadline: "awaited",
  preview: () => "The published version can still be read.",
  heading: (letter) => `The evidence report of ${letter.title} is open again`,
  Body: () => (
    <>
      <P>{"The version that was published can still be read. What you publish next is a new version beside it."}</P>
    </>
  ),
  button: () => ({ label: "See the evidence report" }),
  next: () => "Everybody who took part is told when it is published anew.",
  example: { ...actionLearning({ due: "2027-06-30" }), about: {} },
});
