import { defineEmail } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { sayName } from "../words";

/** To the team and the coordinator when the lead challenger opens the findings again. */
export const findingsReopened = defineEmail({
  about: {},
  what: () => "Findings are open again",
  deadline: "awaited",
  preview: () => "More can be filed, and what is there can be changed.",
  heading: (letter) => `${sayName(letter)} opened the findings for ${letter.title} again`,
  Body: () => <P>Findings can be filed and changed again. Everything filed before is as it was, and so is the draft of the letter.</P>,
  button: () => ({ label: "See the findings" }),
  next: () => "You are told when all findings are in.",
  example: { ...kentRecord({ role: "challenger", recipient: { name: "Ben Carter" } }), about: {} },
});
