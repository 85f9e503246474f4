import { defineEmail, fact } from "../define-email";
import { aWorkstream } from "../examples";
import { P } from "../letter";

/** To the lead: the quarter’s update. */
export const updateWanted = defineEmail({
  about: { updateOn: fact.day },
  what: () => "Give your quarterly update",
  due: (letter) => letter.about.updateOn,
  deadline: "awaited",
  preview: () => "How does the workstream stand?",
  heading: (letter) => `How does it stand? ${letter.title}`,
  Body: () => (
    <>
      <P>{"Say whether it is on track, at risk or off track, in a few sentences. If it is not on track, say what is done to recover, and by when."}</P>
    </>
  ),
  button: () => ({ label: "Give the update" }),
  next: () => "Its sponsor and the coordinator are told.",
  example: { ...aWorkstream(), about: { updateOn: "2027-09-30" } },
});
