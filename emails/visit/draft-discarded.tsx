import { defineEmail } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { sayName } from "../words";

/** To the director (and the delegate by choice) when a request that was never sent is thrown away. */
export const draftDiscarded = defineEmail({
  about: {},
  what: () => "Draft thrown away",
  deadline: "settled",
  preview: () => "It had not been sent to anybody.",
  heading: (letter) => `The draft request for ${letter.title} was thrown away`,
  Body: ({ letter }) => <P>{sayName(letter)} threw the draft away. Nobody outside your authority had seen it.</P>,
  button: () => ({ label: "See what it was" }),
  next: () => "You can begin another request at any time.",
  example: { ...leeds({ by: "Tom Wills, delegate of the director, Leeds" }), about: {} },
});
