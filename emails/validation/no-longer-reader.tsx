import { defineEmail } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";

/** To a director who reads a report no longer. */
export const noLongerReader = defineEmail({
  about: {},
  what: () => "You read it no longer",
  deadline: "settled",
  preview: () => "Another authority reads the report in your place.",
  heading: (letter) => `You no longer read ${letter.title}`,
  Body: () => (
    <>
      <P>{"The coordinator has named another reader in your place. The report is closed to you."}</P>
    </>
  ),
  button: () => ({ label: "See the reports you read", path: "/validations" }),
  next: () => "Nothing more is asked of you for this report.",
  example: { ...barnsleyReport({ role: "addressee", recipient: { name: "Ruth Ellison" } }), about: {} },
});
