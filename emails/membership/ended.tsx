import { defineEmail } from "../define-email";
import { membershipOf } from "../examples";
import { P } from "../letter";

/** To somebody whose membership the coordinator ended. */
export const ended = defineEmail({
  about: {},
  what: () => "Membership ended",
  deadline: "settled",
  preview: () => "The coordinator has ended your membership. The reason is on its page.",
  heading: (letter) => `You no longer belong to ${letter.title}`,
  Body: () => (
    <>
      <P>{"The coordinator has ended your membership. The reason is on its page."}</P>
    </>
  ),
  button: () => ({ label: "Read the reason" }),
  next: () => "If it is a mistake, tell the coordinator of your region.",
  example: { ...membershipOf({ by: "Priya Nair, SLI coordinator, South East" }), about: {} },
});
