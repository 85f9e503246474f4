import { defineEmail } from "../define-email";
import { teamAward } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To everybody: the outcome. */
export const outcomeTold = defineEmail({
  about: {},
  what: () => "The outcome",
  deadline: "settled",
  preview: () => "Who has won can be read on its page.",
  heading: (letter) => `The outcome of ${letter.title}`,
  Body: () => (
    <>
      <P>{"The team that has won is named on its page."}</P>
    </>
  ),
  button: () => ({ label: "See who has won" }),
  next: (letter) => byRole(letter, { coordinator: "Whoever nominated has been told of their own nomination.", others: "Whoever nominated is told of their own nomination." }),
  example: { ...teamAward({ recipient: { name: "Ada Whitlock" }, role: "director" }), about: {} },
});
