import { defineEmail } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sayName } from "../words";

/** To the director when the delegate has prepared the request. */
export const requestReady = defineEmail({
  about: {},
  what: (letter) => byRole(letter, { delegate: "With your director to ask for", others: "Ready for you to ask for" }),
  deadline: "awaited",
  preview: () => "Everything asked for is filled in. Only the director can send it.",
  heading: (letter) => `The request for ${letter.title} is ready`,
  Body: ({ letter }) => (
    <P>
      {byRole(letter, {
        delegate: "Your director has been told that it is ready. A delegate prepares and never asks for a visit.",
        others: `${sayName(letter)} has prepared it for you. Read it, change what you like, and send it to the region’s coordinator.`,
      })}
    </P>
  ),
  button: (letter) => byRole(letter, { delegate: { label: "See the request" }, others: { label: "Read it and ask" } }),
  next: () => "When the director sends it, the coordinator scopes the visit and your chief executive is asked to endorse it.",
  example: { ...leeds({ by: "Tom Wills, delegate of the director, Leeds" }), about: {} },
});
