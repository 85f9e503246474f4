import { defineEmail, fact } from "../define-email";
import { triadPlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the coordinator, and to the challenger as a receipt. */
export const declined = defineEmail({
  about: { person: fact.words, firstDay: fact.day, lastDay: fact.day, respondBy: fact.day, lead: fact.yesOrNo },
  what: (letter) => byRole(letter, { challenger: "You declined", others: `Declined by ${letter.about.person ?? "a colleague"}` }),
  due: (letter) => letter.about.firstDay,
  deadline: { says: "on" },
  preview: (letter) => byRole(letter, { challenger: "The place goes to somebody else at once.", others: "The place is open again. Read the reason in Candour." }),
  heading: (letter) => byRole(letter, { challenger: `You are not coming to ${letter.title}`, others: `${sentence(letter.about.person ?? "a colleague")} cannot come` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { challenger: "The place goes to somebody else at once.", others: "The place is open again. Read the reason in Candour." })}</P>
    </>
  ),
  button: () => ({ label: "See the assignment" }),
  next: (letter) => byRole(letter, { challenger: "Thank you for saying so. If days are often bad, note them on your page.", others: "Ask somebody else from the activity’s page." }),
  example: { ...triadPlace(), about: { person: "Jo Field", firstDay: "2027-02-11", lastDay: "2027-02-11", respondBy: "2026-11-30", lead: false } },
});
