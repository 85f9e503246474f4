import { defineEmail, fact } from "../define-email";
import { aWorkstream } from "../examples";
import { P } from "../letter";

/** Sent by the coordinator’s own press. */
export const coordinatorReminds = defineEmail({
  about: { updateOn: fact.day },
  what: () => "The coordinator asks for your update",
  due: (letter) => letter.about.updateOn,
  deadline: "awaited",
  preview: () => "How does the workstream stand?",
  heading: (letter) => `The coordinator asks how it stands: ${letter.title}`,
  Body: () => (
    <>
      <P>{"The region’s coordinator asks for the update of this quarter: a few sentences are enough."}</P>
    </>
  ),
  button: () => ({ label: "Give the update" }),
  next: () => "Its sponsor and the coordinator are told.",
  example: { ...aWorkstream(), about: { updateOn: "2027-09-30" } },
});
