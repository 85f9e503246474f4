import { defineEmail } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";

/** To the lead challenger and the coordinator when the letter has gone to the host. */
export const letterSent = defineEmail({
  about: {},
  what: () => "Letter sent, the host checks its facts",
  deadline: "awaited",
  preview: () => "The host has been asked to check its facts.",
  heading: (letter) => `The letter on ${letter.title} has gone to the host`,
  Body: ({ letter }) => <P>The director{letter.authority ? ` of ${letter.authority}` : ""} has been asked to check its facts. Reminders go out before the date and after it.</P>,
  button: () => ({ label: "See where it stands" }),
  next: () => "You are told of the answer. If none comes by the date, the coordinator decides how to go on; silence is never agreement.",
  example: { ...kentRecord({ recipient: { name: "Priya Nair" }, role: "coordinator" }), about: {} },
});
