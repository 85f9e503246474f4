import { defineEmail, fact } from "../define-email";
import { triadPlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the challenger and the coordinator when a place is taken back. */
export const released = defineEmail({
  about: { person: fact.words, firstDay: fact.day, lastDay: fact.day, respondBy: fact.day, lead: fact.yesOrNo },
  what: (letter) => byRole(letter, { challenger: "You are released", others: `Released, ${letter.about.person ?? "a colleague"}` }),
  due: (letter) => letter.about.firstDay,
  deadline: { says: "on" },
  preview: (letter) => byRole(letter, { challenger: "The coordinator has released you. There is nothing more for you to do.", others: "The place is open again." }),
  heading: (letter) => byRole(letter, { challenger: `You are no longer needed at ${letter.title}`, others: `${sentence(letter.about.person ?? "a colleague")} is released` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { challenger: "The coordinator has released you. There is nothing more for you to do.", others: "The place is open again." })}</P>
    </>
  ),
  button: () => ({ label: "See the assignment" }),
  next: (letter) => byRole(letter, { challenger: "The day is free again. Other invitations can come.", others: "Ask somebody else from the activity’s page." }),
  example: { ...triadPlace(), about: { person: "Jo Field", firstDay: "2027-02-11", lastDay: "2027-02-11", respondBy: "2026-11-30", lead: false } },
});
