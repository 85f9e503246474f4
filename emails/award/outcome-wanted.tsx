import { defineEmail } from "../define-email";
import { teamAward } from "../examples";
import { P } from "../letter";

/** Reminder: the outcome is to be told. */
export const outcomeWanted = defineEmail({
  about: {},
  what: () => "Tell the outcome",
  deadline: "settled",
  preview: () => "The shortlist is published, and everybody waits for the outcome.",
  heading: (letter) => `The outcome of ${letter.title} is to be told`,
  Body: () => (
    <>
      <P>{"The shortlist is published, and everybody waits for the outcome."}</P>
    </>
  ),
  button: () => ({ label: "Go to the award" }),
  next: () => "Every director is told when you have chosen.",
  example: { ...teamAward({ by: null }), about: {} },
});
