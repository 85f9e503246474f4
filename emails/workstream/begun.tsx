import { defineEmail, fact } from "../define-email";
import { aWorkstream } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To lead and sponsor: it is under way. */
export const begun = defineEmail({
  about: { updateOn: fact.day },
  what: () => "A workstream begins",
  due: (letter) => letter.about.updateOn,
  deadline: { says: "first update by" },
  preview: () => "Its workplan is on its page.",
  heading: (letter) => `The workstream begins: ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { workstreamSponsor: "You sponsor it. Its workplan, with who sees to what by when, is on its page.", others: "You lead it. Its workplan, with who sees to what by when, is on its page." })}</P>
    </>
  ),
  button: () => ({ label: "See the workstream" }),
  next: () => "Two weeks before the end of each quarter, its lead is asked how it stands.",
  example: { ...aWorkstream(), about: { updateOn: "2027-09-30" } },
});
