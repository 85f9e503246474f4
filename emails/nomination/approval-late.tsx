import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the person and whoever nominated: the line manager has not answered. */
export const approvalLate = defineEmail({
  about: { programme: fact.words, person: fact.words, closesOn: fact.day },
  what: () => "Not yet approved",
  due: (letter) => letter.about.closesOn,
  deadline: { says: "to be endorsed by" },
  preview: () => "The link for the line manager has ended.",
  heading: (letter) => `${letter.about.person ?? "The person"}’s line manager has not answered`,
  Body: () => (
    <>
      <P>{"The link for the line manager has ended. You can send a new one, or speak with them."}</P>
    </>
  ),
  button: () => ({ label: "Send a new link" }),
  next: () => null,
  example: { ...nominationOf({ role: "participant", recipient: { name: "Jo Field" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field", closesOn: "2026-12-11" } },
});
