import { defineEmail } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { sayName } from "../words";

/** To whoever filed it, and the lead challenger, when a finding that was taken out is put back. */
export const findingRestored = defineEmail({
  about: {},
  what: () => "A finding was put back",
  deadline: "awaited",
  preview: () => "It counts again.",
  heading: (letter) => `${sayName(letter)} put a finding back into ${letter.title}`,
  Body: () => <P>It stands among the filed findings again, with its words as they were.</P>,
  button: () => ({ label: "See the findings" }),
  next: () => "When everybody has filed, the lead challenger finishes the findings.",
  example: { ...kentRecord({ role: "addressee", recipient: { name: "Ben Carter" } }), about: {} },
});
