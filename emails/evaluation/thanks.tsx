import { defineEmail } from "../define-email";
import { evaluationOf } from "../examples";
import { P } from "../letter";

/** To somebody who has answered. */
export const thanks = defineEmail({
  about: {},
  what: () => "Thank you",
  due: () => null,
  deadline: "settled",
  preview: () => "Your answers are in, without your name.",
  heading: (letter) => `Thank you for your view of ${letter.title}`,
  Body: () => (
    <>
      <P>{"Your answers are in, without your name. They cannot be changed any more: nobody can tell which are yours."}</P>
    </>
  ),
  button: () => ({ label: "See the day" }),
  next: () => null,
  example: { ...evaluationOf({ role: "attendee", recipient: { name: "Jo Field" }, authority: "Medway" }), about: {} },
});
