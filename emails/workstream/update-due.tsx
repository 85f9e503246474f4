import { defineEmail, fact } from "../define-email";
import { aWorkstream } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** Reminder: the update is awaited. */
export const updateDue = defineEmail({
  about: { updateOn: fact.day },
  what: (letter) => byRole(letter, { workstreamLead: "Give your quarterly update", others: "A quarterly update is missing" }),
  due: (letter) => letter.about.updateOn,
  deadline: "awaited",
  preview: () => "How does the workstream stand?",
  heading: (letter) => `The quarter’s update is awaited: ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { workstreamLead: "Say whether it is on track, in a few sentences. If it is not, say what is done to recover, and by when.", others: "Its lead has not said yet how it stands." })}</P>
    </>
  ),
  button: () => ({ label: "Go to the workstream" }),
  next: () => "Its sponsor and the coordinator are told of the update.",
  example: { ...aWorkstream(), about: { updateOn: "2027-09-30" } },
});
