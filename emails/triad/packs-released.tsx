import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";

/** To everybody in a session when the pack is released. */
export const packsReleased = defineEmail({
  about: { sessionOn: fact.day, kloesDueOn: fact.day },
  what: () => "The pack is ready",
  due: ({ about }) => about.sessionOn,
  deadline: { says: "on" },
  preview: () => "Self-assessments, data profiles, agenda and roles on one page.",
  heading: (letter) => `The pack of ${letter.title} is ready`,
  Body: () => (
    <P>It holds the shared self-assessments, the data profiles, the key lines of enquiry, the agenda, and who has which role when. It can be printed.</P>
  ),
  button: (letter) => ({ label: "Open the pack", path: `${letter.path}/pack` }),
  next: () => "You are reminded before the session.",
  example: { ...triadFour({ role: "challenger", recipient: { name: "Jo Marsden" } }), about: { sessionOn: "2027-02-09", kloesDueOn: "2027-02-02" } },
});
