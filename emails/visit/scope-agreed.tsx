import { defineEmail, fact } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { sayName, sentence } from "../words";

/** To the director (and the delegate by choice) when the coordinator has scoped the visit. */
export const scopeAgreed = defineEmail({
  about: { stepDueOn: fact.day },
  what: () => "Scoped, with your chief executive to endorse",
  due: ({ about }) => about.stepDueOn,
  deadline: "awaited",
  preview: () => "Its lines of enquiry, themes and possible dates are set.",
  heading: (letter) => `${sentence(letter.title)} is scoped`,
  Body: ({ letter }) => <P>{sayName(letter)} has set its key lines of enquiry, its themes and the dates that can be. Your chief executive has been asked to endorse it.</P>,
  button: () => ({ label: "Read the scope" }),
  next: () => "When it is endorsed, the coordinator proposes a team. You may object to one member, once, with a reason.",
  example: { ...leeds(), about: { stepDueOn: "2026-12-14" } },
});
