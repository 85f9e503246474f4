import { defineEmail, fact } from "../define-email";
import { triadPlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** To the challenger and the coordinator when the host asks for somebody else. */
export const objected = defineEmail({
  about: { person: fact.words, firstDay: fact.day, lastDay: fact.day, respondBy: fact.day, lead: fact.yesOrNo },
  what: (letter) => byRole(letter, { challenger: "The host asks for somebody else", others: `The host objects to ${letter.about.person ?? "a colleague"}` }),
  due: (letter) => letter.about.firstDay,
  deadline: { says: "on" },
  preview: (letter) => byRole(letter, { challenger: "A host may do so once, and it says nothing about your work. There is nothing for you to do.", others: "A host may do so once. Read the reason in Candour. The place is open again." }),
  heading: (letter) => byRole(letter, { challenger: "The host has asked for somebody else", others: `The host has asked for somebody other than ${letter.about.person ?? "a colleague"}` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { challenger: "A host may do so once, and it says nothing about your work. There is nothing for you to do.", others: "A host may do so once. Read the reason in Candour. The place is open again." })}</P>
    </>
  ),
  button: () => ({ label: "See the assignment" }),
  next: (letter) => byRole(letter, { challenger: "The day is free again. Other invitations can come.", others: "Ask somebody else from the activity’s page." }),
  example: { ...triadPlace(), about: { person: "Jo Field", firstDay: "2027-02-11", lastDay: "2027-02-11", respondBy: "2026-11-30", lead: false } },
});
