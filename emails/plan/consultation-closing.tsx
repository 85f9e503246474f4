import { defineEmail, fact } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** Reminder: the consultation ends soon. */
export const consultationClosing = defineEmail({
  about: { consultBy: fact.day },
  what: () => "The consultation ends soon",
  due: (letter) => letter.about.consultBy,
  deadline: "awaited",
  preview: () => "It closes by itself.",
  heading: (letter) => `Comments can be made for a few days yet: ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { coordinator: "It closes by itself after its last day. Comments so far are on the plan’s page.", others: "If you want to say something about the draft, say it on its page." })}</P>
    </>
  ),
  button: () => ({ label: "Go to the draft" }),
  next: () => "Every comment is answered. Afterwards the plan goes to a directors’ meeting.",
  example: { ...theRegionsPlan({ role: "director", recipient: { name: "Ada Whitlock" } }), about: { consultBy: "2027-05-14" } },
});
