import { defineEmail } from "../define-email";
import { neglectNetwork } from "../examples";
import { P } from "../letter";

/** To every member: how to join. */
export const instructions = defineEmail({
  about: {},
  what: () => "How to join",
  deadline: "settled",
  preview: () => "The joining instructions are on its page, for members only.",
  heading: (letter) => `How to join ${letter.title}`,
  Body: () => (
    <>
      <P>{"The joining instructions, with any link, are on its page. They are not in this email, so that only members can read them."}</P>
    </>
  ),
  button: () => ({ label: "Read how to join" }),
  next: () => "Keep the page: if something changes, it changes there.",
  example: { ...neglectNetwork({ recipient: { name: "Jo Field" }, role: "member" }), about: {} },
});
