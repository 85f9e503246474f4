import { defineEmail, fact } from "../define-email";
import { triadPlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the coordinator and the challenger when the day has passed without an answer. */
export const invitationOverdue = defineEmail({
  about: { person: fact.words, firstDay: fact.day, lastDay: fact.day, respondBy: fact.day, lead: fact.yesOrNo },
  what: (letter) => byRole(letter, { challenger: "The day to answer has passed", others: `No answer from ${letter.about.person ?? "a colleague"}` }),
  due: (letter) => letter.about.respondBy,
  deadline: "awaited",
  preview: () => "Nothing is taken for granted: the place is still open.",
  heading: (letter) => byRole(letter, { challenger: "The day to answer the invitation has passed", others: `${sentence(letter.about.person ?? "a colleague")} has not answered in time` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { challenger: "You can still answer. The coordinator may ask somebody else meanwhile.", others: "Nothing is taken for granted. You can wait, or release the place and ask somebody else." })}</P>
    </>
  ),
  button: (letter) => (byRole(letter, { challenger: { label: "Answer the invitation" }, others: { label: "See the invitation" } })),
  next: () => "Silence is never taken as a yes.",
  example: { ...triadPlace(), about: { person: "Jo Field", firstDay: "2027-02-11", lastDay: "2027-02-11", respondBy: "2026-11-30", lead: false } },
});
