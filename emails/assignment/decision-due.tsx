import { defineEmail, fact } from "../define-email";
import { triadPlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the coordinator while a declared conflict waits. */
export const decisionDue = defineEmail({
  about: { person: fact.words, firstDay: fact.day, lastDay: fact.day, respondBy: fact.day, lead: fact.yesOrNo },
  what: (letter) => byRole(letter, { challenger: "A declared conflict waits", others: `A conflict of ${letter.about.person ?? "a colleague"} waits for you` }),
  due: (letter) => letter.about.firstDay,
  deadline: { says: "on" },
  preview: (letter) => byRole(letter, { challenger: "It waits for the coordinator.", others: "Until you decide, the place is neither filled nor open." }),
  heading: (letter) => byRole(letter, { challenger: "A declared conflict waits for a decision", others: `The conflict that ${letter.about.person ?? "a colleague"} declared waits for you` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { challenger: "It waits for the coordinator.", others: "Until you decide, the place is neither filled nor open." })}</P>
    </>
  ),
  button: () => ({ label: "Decide" }),
  next: (letter) => byRole(letter, { challenger: null, others: "They are told what you decide." }),
  example: { ...triadPlace(), about: { person: "Jo Field", firstDay: "2027-02-11", lastDay: "2027-02-11", respondBy: "2026-11-30", lead: false } },
});
