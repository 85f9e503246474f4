import { defineEmail, fact } from "../define-email";
import { triadPlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the challenger when the activity has another date, or none yet. */
export const activityMoved = defineEmail({
  about: { person: fact.words, firstDay: fact.day, lastDay: fact.day, respondBy: fact.day, lead: fact.yesOrNo },
  what: (letter) => byRole(letter, { challenger: "It has moved, say again whether you can come", others: `It has moved, ${letter.about.person ?? "a colleague"}` }),
  due: (letter) => letter.about.firstDay,
  deadline: { says: "on" },
  preview: (letter) => byRole(letter, { challenger: "What you said was for the old date. Please answer again for the new one.", others: "They are asked again." }),
  heading: (letter) => byRole(letter, { challenger: `${sentence(letter.title)} has moved`, others: `${sentence(letter.title)} has moved` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { challenger: "What you said was for the old date. Please answer again for the new one.", others: "They are asked again." })}</P>
    </>
  ),
  button: () => ({ label: "Answer again" }),
  next: (letter) => byRole(letter, { challenger: "A no is as good as a yes: the place then goes to somebody else.", others: null }),
  example: { ...triadPlace(), about: { person: "Jo Field", firstDay: "2027-02-11", lastDay: "2027-02-11", respondBy: "2026-11-30", lead: false } },
});
