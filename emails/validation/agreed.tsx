import { defineEmail } from "../define-email";
import { barnsleyReport } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the authority: the readers agree the report. */
export const agreed = defineEmail({
  about: {},
  what: () => "Agreed",
  deadline: "settled",
  preview: () => "Its readers agree with what the authority says of itself.",
  heading: (letter) => `${sentence(letter.title)} is agreed`,
  Body: () => (
    <>
      <P>{"Its readers agree with what the authority says of itself. Nothing more is asked for."}</P>
    </>
  ),
  button: () => ({ label: "See the outcome" }),
  next: () => "The coordinator publishes the outcome to those who read the report.",
  example: { ...barnsleyReport({ role: "hostDcs", recipient: { name: "Ada Whitlock" } }), about: {} },
});
