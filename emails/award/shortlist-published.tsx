import { defineEmail } from "../define-email";
import { teamAward } from "../examples";
import { P } from "../letter";

/** To directors, judges and the coordinator. */
export const shortlistPublished = defineEmail({
  about: {},
  what: () => "The shortlist",
  deadline: "settled",
  preview: () => "The teams on the shortlist are named on its page.",
  heading: (letter) => `The shortlist of ${letter.title} is published`,
  Body: () => (
    <>
      <P>{"The teams on the shortlist are named on its page."}</P>
    </>
  ),
  button: () => ({ label: "See the shortlist" }),
  next: () => "You are told the outcome.",
  example: { ...teamAward({ recipient: { name: "Ada Whitlock" }, role: "director" }), about: {} },
});
