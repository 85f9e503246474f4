import { defineEmail } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayName } from "../words";

/** To the host, its chief executive, the lead challenger and the coordinator when the coordinator goes on without an answer on the facts. */
export const wentOnUnanswered = defineEmail({
  about: {},
  what: () => "Going on without an answer on the facts",
  due: () => null,
  deadline: "settled",
  preview: () => "The letter will say that no answer came.",
  heading: (letter) => `The letter on ${letter.title} goes on without the host’s answer`,
  Body: ({ letter }) => (
    <>
      <P>The date for checking the facts has passed without an answer. {sayName(letter)} has decided, with a reason, that the letter goes on. It will say that the host was asked and did not answer: silence is not agreement.</P>
      {byRole(letter, {
        hostDcs: <P>You can still give a free response, which stands beside the letter. Speak to the lead challenger today if a fact is wrong.</P>,
        others: <P>The reason can be read in Candour.</P>,
      })}
    </>
  ),
  button: () => ({ label: "Read the reason" }),
  next: () => "The lead challenger makes the letter final next, and you are told.",
  example: { ...kentRecord({ recipient: { name: "Amara Okafor" }, role: "hostDcs", by: "Priya Nair, SLI coordinator, South East" }), about: {} },
});
