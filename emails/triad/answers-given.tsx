import { defineEmail, fact } from "../define-email";
import { triadFour } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { ofAll, sentence } from "../words";

/** To the coordinator, and to the director for whom it was answered, when an authority has answered the dates. */
export const answersGiven = defineEmail({
  about: { pollClosesOn: fact.day, who: fact.words, answered: fact.count, members: fact.count, host: fact.yesOrNo },
  what: ({ about }) => `Dates answered${about.who ? ` by ${about.who}` : ""}${typeof about.answered === "number" && typeof about.members === "number" ? `, ${about.answered} of ${about.members}` : ""}`,
  due: ({ about }) => about.pollClosesOn,
  deadline: "awaited",
  preview: ({ about }) => (typeof about.answered === "number" ? `${sentence(ofAll(about.answered, about.members, "authority", "authorities"))} answered.` : "An authority has answered."),
  heading: (letter) => `${letter.about.who ?? "An authority"} answered the dates`,
  Body: ({ letter }) => (
    <P>
      {byRole(letter, { coordinator: "The answers are on the group’s page.", others: "Your authority’s answers are kept. They can be changed until the poll closes." })}
      {letter.about.host ? " It offers to host the session." : ""}
    </P>
  ),
  button: () => ({ label: "See the answers" }),
  next: () => "When everybody has answered, the poll closes by itself.",
  example: { ...triadFour({}), about: { pollClosesOn: "2026-12-07", who: "Kent", answered: 2, members: 3, host: true } },
});
