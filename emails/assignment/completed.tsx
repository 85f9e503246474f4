import { defineEmail, fact } from "../define-email";
import { triadPlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the challenger when the activity has taken place. */
export const completed = defineEmail({
  about: { person: fact.words, firstDay: fact.day, lastDay: fact.day, respondBy: fact.day, lead: fact.yesOrNo },
  what: (letter) => byRole(letter, { challenger: "Thank you, it is on your record", others: `On the record, ${letter.about.person ?? "a colleague"}` }),
  due: (letter) => letter.about.firstDay,
  deadline: { says: "on" },
  preview: (letter) => byRole(letter, { challenger: "It counts in your record as a challenger.", others: "It counts in their record as a challenger." }),
  heading: (letter) => byRole(letter, { challenger: `Thank you for ${letter.title}`, others: `${sentence(letter.about.person ?? "a colleague")} was there` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { challenger: "It counts in your record as a challenger.", others: "It counts in their record as a challenger." })}</P>
    </>
  ),
  button: () => ({ label: "See the assignment" }),
  next: (letter) => byRole(letter, { challenger: "If findings or a letter are still to be written, they wait in your tasks.", others: null }),
  example: { ...triadPlace(), about: { person: "Jo Field", firstDay: "2027-02-11", lastDay: "2027-02-11", respondBy: "2026-11-30", lead: false } },
});
