import { defineEmail } from "../define-email";
import { kentRecord } from "../examples";
import { P } from "../letter";
import { sayName } from "../words";

/** To whoever filed it, and the lead challenger, when a filed finding is taken out. */
export const findingRemoved = defineEmail({
  about: {},
  what: () => "A finding was taken out",
  deadline: "awaited",
  preview: () => "It is kept, and can be put back.",
  heading: (letter) => `${sayName(letter)} took a finding out of ${letter.title}`,
  Body: () => <P>It no longer counts and will not come into the letter. Nothing of it is lost: it stands among the findings taken out, and can be put back until the findings are finished.</P>,
  button: () => ({ label: "See the findings" }),
  next: () => "If it is put back, you are told.",
  example: { ...kentRecord({ role: "addressee", recipient: { name: "Ben Carter" } }), about: {} },
});
