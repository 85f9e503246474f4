import { defineEmail, fact } from "../define-email";
import { triadPlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the coordinator who decides, and to the challenger as a receipt. */
export const conflictDeclared = defineEmail({
  about: { person: fact.words, firstDay: fact.day, lastDay: fact.day, respondBy: fact.day, lead: fact.yesOrNo },
  what: (letter) => byRole(letter, { challenger: "Your declared conflict is with the coordinator", others: `Decide about a conflict of ${letter.about.person ?? "a colleague"}` }),
  due: (letter) => letter.about.firstDay,
  deadline: { says: "on" },
  preview: (letter) => byRole(letter, { challenger: "The coordinator reads it and decides whether you can come.", others: "Read what was declared in Candour, and decide whether they can come." }),
  heading: (letter) => byRole(letter, { challenger: "You accepted and declared a conflict", others: `${sentence(letter.about.person ?? "a colleague")} accepts and declares a conflict` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { challenger: "The coordinator reads it and decides whether you can come.", others: "Read what was declared in Candour, and decide whether they can come." })}</P>
    </>
  ),
  button: () => ({ label: "See what was declared" }),
  next: (letter) => byRole(letter, { challenger: "You are told what is decided.", others: "They are told what you decide." }),
  example: { ...triadPlace(), about: { person: "Jo Field", firstDay: "2027-02-11", lastDay: "2027-02-11", respondBy: "2026-11-30", lead: false } },
});
