import { defineEmail, fact } from "../define-email";
import { nominationOf } from "../examples";
import { P } from "../letter";

/** To the line manager, before and after the day. */
export const approvalDue = defineEmail({
  about: { programme: fact.words, person: fact.words, approveBy: fact.day, link: fact.words },
  what: () => "Approve",
  due: (letter) => letter.about.approveBy,
  deadline: "awaited",
  preview: () => "See the nomination in Candour.",
  heading: (letter) => `${letter.about.person ?? "Your colleague"}’s nomination waits for you`,
  Body: ({ letter }) => (
    <>
      <P>{`Without your approval it cannot go on: ${letter.about.programme ?? "the programme"} has a closing date.`}</P>
    </>
  ),
  button: (letter) => ({ label: "Approve or refuse", ...(letter.about.link ? { path: letter.about.link } : {}) }),
  next: () => null,
  example: { ...nominationOf({ role: "lineManager", recipient: { name: "Sam Okafor" }, authority: "Medway" }), about: { programme: "Senior Leaders Programme, cohort 7", person: "Jo Field", approveBy: "2026-12-04", link: "/nominations/approve/0199f2c4-example" } },
});
