import { defineEmail, fact } from "../define-email";
import { triadPlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the challenger and the coordinator when a declared conflict stands in the way. */
export const conflictReleased = defineEmail({
  about: { person: fact.words, firstDay: fact.day, lastDay: fact.day, respondBy: fact.day, lead: fact.yesOrNo },
  what: (letter) => byRole(letter, { challenger: "You are released because of the conflict", others: `Conflict a bar, ${letter.about.person ?? "a colleague"}` }),
  due: (letter) => letter.about.firstDay,
  deadline: { says: "on" },
  preview: (letter) => byRole(letter, { challenger: "Because of what you declared, somebody else takes this place. Thank you for being open.", others: "You have decided that somebody else takes this place." }),
  heading: (letter) => byRole(letter, { challenger: "You are released", others: `${sentence(letter.about.person ?? "a colleague")} is released` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { challenger: "Because of what you declared, somebody else takes this place. Thank you for being open.", others: "You have decided that somebody else takes this place." })}</P>
    </>
  ),
  button: () => ({ label: "See the assignment" }),
  next: (letter) => byRole(letter, { challenger: "Other invitations can come.", others: "The place is open again." }),
  example: { ...triadPlace(), about: { person: "Jo Field", firstDay: "2027-02-11", lastDay: "2027-02-11", respondBy: "2026-11-30", lead: false } },
});
