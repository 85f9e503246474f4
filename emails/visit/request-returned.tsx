import { defineEmail } from "../define-email";
import { leeds } from "../examples";
import { P } from "../letter";
import { sayName } from "../words";

/** To the director (and the delegate by choice) when the coordinator asks for more before scoping. */
export const requestReturned = defineEmail({
  about: {},
  what: () => "More is asked for",
  deadline: "awaited",
  preview: () => "The coordinator sent the request back. Read the reason in Candour.",
  heading: (letter) => `The request for ${letter.title} came back to you`,
  Body: ({ letter }) => (
    <>
      <P>{sayName(letter)} sent it back with a reason. Nothing you wrote is lost: change it and send it again.</P>
      <P>Read the reason in Candour.</P>
    </>
  ),
  button: () => ({ label: "Read the reason" }),
  next: () => "When you send it again, the coordinator is told and goes on with the scope.",
  example: { ...leeds(), about: {} },
});
