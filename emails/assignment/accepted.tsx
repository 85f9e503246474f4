import { defineEmail, fact } from "../define-email";
import { triadPlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the challenger as a receipt, and to the coordinator. */
export const accepted = defineEmail({
  about: { person: fact.words, firstDay: fact.day, lastDay: fact.day, respondBy: fact.day, lead: fact.yesOrNo },
  what: (letter) => byRole(letter, { challenger: "You accepted", others: `Accepted by ${letter.about.person ?? "a colleague"}` }),
  due: (letter) => letter.about.firstDay,
  deadline: { says: "on" },
  preview: (letter) => byRole(letter, { challenger: "You have signed the code of conduct for this activity and declared no conflict.", others: "The code of conduct is signed for this activity, and no conflict was declared." }),
  heading: (letter) => byRole(letter, { challenger: `You are coming to ${letter.title}`, others: `${sentence(letter.about.person ?? "a colleague")} is coming` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { challenger: "You have signed the code of conduct for this activity and declared no conflict.", others: "The code of conduct is signed for this activity, and no conflict was declared." })}</P>
    </>
  ),
  button: () => ({ label: "See the assignment" }),
  next: (letter) => byRole(letter, { challenger: "You get the papers and the date for your calendar from the activity itself. If you can no longer come, withdraw on the page, early.", others: "The place is filled." }),
  example: { ...triadPlace(), about: { person: "Jo Field", firstDay: "2027-02-11", lastDay: "2027-02-11", respondBy: "2026-11-30", lead: false } },
});
