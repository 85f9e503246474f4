import { defineEmail } from "../define-email";
import { kent } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the director (and the delegate by choice), when the coordinator closes it without an update. */
export const closed = defineEmail({
  about: {},
  what: () => "Closed for this round",
  due: () => null,
  deadline: "settled",
  preview: () => "Nothing more is asked of you in this round.",
  heading: (letter) => `${sentence(letter.title)} is closed`,
  Body: () => (
    <>
      <P>The coordinator has closed it. No update is asked of you any more. The document stays readable to those who could read it, and can be carried forward into the next round.</P>
      <P>Read the reason in Candour.</P>
    </>
  ),
  button: () => ({ label: "See why" }),
  next: () => null,
  example: { ...kent({ due: null, by: "Priya Nair, SLI coordinator, South East" }), about: {} },
});
