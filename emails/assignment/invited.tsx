import { defineEmail, fact } from "../define-email";
import { triadPlace } from "../examples";
import { P } from "../letter";
import { sayDays } from "../words";

/** To the challenger who is asked. */
export const invited = defineEmail({
  about: { person: fact.words, firstDay: fact.day, lastDay: fact.day, respondBy: fact.day, lead: fact.yesOrNo },
  what: (letter) => letter.about.lead ? "You are asked to lead the challenge" : "You are asked to challenge",
  due: (letter) => letter.about.respondBy,
  deadline: "awaited",
  preview: () => "Say yes or no: one page, one press.",
  heading: (letter) => `You are asked to take part in ${letter.title}`,
  Body: ({ letter }) => (
    <>
      <P>{`You are asked to ${letter.about.lead ? "lead the challenge" : "be a challenger"} at ${letter.title}${sayDays(letter) ? `, ${sayDays(letter)}` : ""}. The page says why you.`}</P>
      <P>To accept, you declare any conflict and sign the code of conduct for this activity, both on the same page. If you cannot, say why, and the place goes to somebody else at once.</P>
    </>
  ),
  button: () => ({ label: "Answer the invitation" }),
  next: () => "The coordinator is told what you say. When you accept, your own director is told as well.",
  example: { ...triadPlace(), about: { person: "Jo Field", firstDay: "2027-02-11", lastDay: "2027-02-11", respondBy: "2026-11-30", lead: false } },
});
