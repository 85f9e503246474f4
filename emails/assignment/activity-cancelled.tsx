import { defineEmail, fact } from "../define-email";
import { triadPlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the challenger when the activity is off. */
export const activityCancelled = defineEmail({
  about: { person: fact.words, firstDay: fact.day, lastDay: fact.day, respondBy: fact.day, lead: fact.yesOrNo },
  what: (letter) => byRole(letter, { challenger: "It is off", others: `It is off, ${letter.about.person ?? "a colleague"}` }),
  due: (letter) => letter.about.firstDay,
  deadline: { says: "on" },
  preview: (letter) => byRole(letter, { challenger: "It will not take place, and your place ends with it.", others: "It will not take place." }),
  heading: (letter) => byRole(letter, { challenger: `${sentence(letter.title)} is off`, others: `${sentence(letter.title)} is off` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { challenger: "It will not take place, and your place ends with it.", others: "It will not take place." })}</P>
    </>
  ),
  button: () => ({ label: "See the assignment" }),
  next: (letter) => byRole(letter, { challenger: "The day is free again. Other invitations can come.", others: null }),
  example: { ...triadPlace(), about: { person: "Jo Field", firstDay: "2027-02-11", lastDay: "2027-02-11", respondBy: "2026-11-30", lead: false } },
});
