import { defineEmail } from "../define-email";
import { teamAward } from "../examples";
import { P } from "../letter";

/** Reminder to the judges and the coordinator. */
export const judgingDue = defineEmail({
  about: {},
  what: () => "Judge the nominations",
  deadline: "settled",
  preview: () => "Not every nomination has been judged by everybody who may.",
  heading: (letter) => `Nominations for ${letter.title} wait to be judged`,
  Body: () => (
    <>
      <P>{"Not every nomination has been judged by everybody who may."}</P>
    </>
  ),
  button: () => ({ label: "Go to the award" }),
  next: () => "The shortlist is chosen afterwards.",
  example: { ...teamAward({ recipient: { name: "Ruth Ellison" }, role: "judge", by: null }), about: {} },
});
