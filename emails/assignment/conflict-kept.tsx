import { defineEmail, fact } from "../define-email";
import { triadPlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the challenger and the coordinator when a declared conflict does not stand in the way. */
export const conflictKept = defineEmail({
  about: { person: fact.words, firstDay: fact.day, lastDay: fact.day, respondBy: fact.day, lead: fact.yesOrNo },
  what: (letter) => byRole(letter, { challenger: "You can come", others: `Conflict no bar, ${letter.about.person ?? "a colleague"}` }),
  due: (letter) => letter.about.firstDay,
  deadline: { says: "on" },
  preview: (letter) => byRole(letter, { challenger: "The coordinator has read what you declared. You are expected.", others: "You have decided that the declared conflict does not stand in the way." }),
  heading: (letter) => byRole(letter, { challenger: "Your declared conflict does not stand in the way", others: `${sentence(letter.about.person ?? "a colleague")} can come` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { challenger: "The coordinator has read what you declared. You are expected.", others: "You have decided that the declared conflict does not stand in the way." })}</P>
    </>
  ),
  button: () => ({ label: "See the assignment" }),
  next: (letter) => byRole(letter, { challenger: "You get the papers and the date for your calendar from the activity itself.", others: "The place is filled." }),
  example: { ...triadPlace(), about: { person: "Jo Field", firstDay: "2027-02-11", lastDay: "2027-02-11", respondBy: "2026-11-30", lead: false } },
});
