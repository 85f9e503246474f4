import { defineEmail } from "../define-email";
import { teamAward } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** To the coordinator and the judges: there is no award. */
export const cancelled = defineEmail({
  about: {},
  what: () => "Cancelled",
  deadline: "settled",
  preview: () => "The reason is on its page. Whoever had nominated is told.",
  heading: (letter) => `${sentence(letter.title)} is not given this time`,
  Body: () => (
    <>
      <P>{"The reason is on its page. Whoever had nominated is told."}</P>
    </>
  ),
  button: () => ({ label: "Read why" }),
  next: () => "Nothing more is asked of you for it.",
  example: { ...teamAward({ recipient: { name: "Ruth Ellison" }, role: "judge" }), about: {} },
});
