import { defineEmail, fact } from "../define-email";
import { triadPlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To somebody whose answer never came before the activity took place. */
export const lapsed = defineEmail({
  about: { person: fact.words, firstDay: fact.day, lastDay: fact.day, respondBy: fact.day, lead: fact.yesOrNo },
  what: (letter) => byRole(letter, { challenger: "The invitation has lapsed", others: `Invitation lapsed, ${letter.about.person ?? "a colleague"}` }),
  due: (letter) => letter.about.firstDay,
  deadline: { says: "on" },
  preview: (letter) => byRole(letter, { challenger: "The activity has taken place, and the invitation was never answered.", others: "The activity has taken place, and the invitation was never answered." }),
  heading: (letter) => byRole(letter, { challenger: "The invitation has lapsed", others: `The invitation of ${letter.about.person ?? "a colleague"} has lapsed` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { challenger: "The activity has taken place, and the invitation was never answered.", others: "The activity has taken place, and the invitation was never answered." })}</P>
    </>
  ),
  button: () => ({ label: "See the assignment" }),
  next: (letter) => byRole(letter, { challenger: "There is nothing for you to do.", others: null }),
  example: { ...triadPlace(), about: { person: "Jo Field", firstDay: "2027-02-11", lastDay: "2027-02-11", respondBy: "2026-11-30", lead: false } },
});
