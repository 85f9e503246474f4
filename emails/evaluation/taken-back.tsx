import { defineEmail } from "../define-email";
import { evaluationOf } from "../examples";
import { P } from "../letter";

/** To somebody who is noted as not there after all. */
export const takenBack = defineEmail({
  about: {},
  what: () => "No answer needed",
  due: () => null,
  deadline: "settled",
  preview: () => "You are now noted as not having been there.",
  heading: (letter) => `You need not say what you thought of ${letter.title}`,
  Body: () => (
    <>
      <P>{"You are now noted as not having been there. If that is not right, speak with the coordinator of your region."}</P>
    </>
  ),
  button: () => ({ label: "See the day" }),
  next: () => null,
  example: { ...evaluationOf({ role: "attendee", recipient: { name: "Jo Field" }, authority: "Medway" }), about: {} },
});
