import { defineEmail, fact } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { sayName } from "../words";

/** To those the coordinator chose on the chase board. */
export const coordinatorReminds = defineEmail({
  about: { stepName: fact.words },
  what: () => "A reminder from your coordinator",
  deadline: "awaited",
  preview: (letter) => `${sayName(letter)} asks after ${letter.title}.`,
  heading: (letter) => `${sayName(letter)} asks after ${letter.title}`,
  Body: ({ letter }) => <P>{letter.about.stepName ? `What it waits for: ${letter.about.stepName.charAt(0).toLowerCase()}${letter.about.stepName.slice(1)}. ` : "It waits for you. "}If something stands in the way, tell the coordinator.</P>,
  button: () => ({ label: "See what is wanted of you" }),
  next: () => "The coordinator sees when it is done.",
  example: { ...kentRecord({ role: "addressee", by: "Priya Nair, SLI coordinator, South East" }), about: { stepName: "Send the letter for its facts to be checked" } },
});
