import { timeLeft } from "../dates";
import { defineEmail, fact } from "../define-email";
import { triadPlace } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the challenger before and after the day by which to answer; later the coordinator as well. */
export const invitationDue = defineEmail({
  about: { person: fact.words, firstDay: fact.day, lastDay: fact.day, respondBy: fact.day, lead: fact.yesOrNo },
  what: (letter) => byRole(letter, { coordinator: `No answer yet from ${letter.about.person ?? "a challenger"}`, others: letter.about.respondBy ? `Your answer is wanted, ${timeLeft(letter.about.respondBy, letter.when)}` : "Your answer is wanted" }),
  due: (letter) => letter.about.respondBy,
  deadline: "awaited",
  preview: () => "An invitation waits for an answer.",
  heading: (letter) => byRole(letter, { challenger: `Can you come to ${letter.title}?`, others: `${sentence(letter.about.person ?? "a colleague")} has not answered` }),
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { challenger: "A no is as good as a yes: the place then goes to somebody else. Silence helps nobody.", others: "You can go on waiting, or release the place and ask somebody else." })}</P>
    </>
  ),
  button: (letter) => (byRole(letter, { challenger: { label: "Answer the invitation" }, others: { label: "See the invitation" } })),
  next: () => "Silence is never taken as a yes.",
  example: { ...triadPlace(), about: { person: "Jo Field", firstDay: "2027-02-11", lastDay: "2027-02-11", respondBy: "2026-11-30", lead: false } },
});
