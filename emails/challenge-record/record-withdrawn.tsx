import { defineEmail } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { sayName, sentence } from "../words";

/** To everybody on the record when it is withdrawn before its letter is final. */
export const recordWithdrawn = defineEmail({
  about: {},
  what: () => "Challenge record withdrawn",
  due: () => null,
  deadline: "settled",
  preview: () => "No letter follows.",
  heading: (letter) => `${sentence(letter.title)} was withdrawn`,
  Body: ({ letter }) => <P>{letter.by ? `${sayName(letter)} withdrew it` : "It was withdrawn"}, with a reason that can be read in Candour. No letter follows, and nothing more is wanted of anybody. What was written is kept for the record.</P>,
  button: () => ({ label: "Read the reason" }),
  next: () => null,
  example: { ...kentRecord({ recipient: { name: "Amara Okafor" }, role: "hostDcs", by: "Priya Nair, SLI coordinator, South East" }), about: {} },
});
