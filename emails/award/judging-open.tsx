import { defineEmail } from "../define-email";
import { teamAward } from "../examples";
import { P } from "../letter";

/** To the judges. */
export const judgingOpen = defineEmail({
  about: {},
  what: () => "Judge the nominations",
  deadline: "settled",
  preview: () => "Read each nomination and give it from 1 to 5. You do not see and do not judge one of your own authority.",
  heading: (letter) => `The nominations for ${letter.title} are yours to judge`,
  Body: () => (
    <>
      <P>{"Read each nomination and give it from 1 to 5. You do not see and do not judge one of your own authority."}</P>
    </>
  ),
  button: () => ({ label: "Judge the nominations" }),
  next: () => "The coordinator chooses the shortlist from what the judges say.",
  example: { ...teamAward({ recipient: { name: "Ruth Ellison" }, role: "judge", by: null }), about: {} },
});
