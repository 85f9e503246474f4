import { defineEmail } from "../define-email";
import { membershipOf } from "../examples";
import { P } from "../letter";

/** To somebody whose invitation ran out. */
export const lapsed = defineEmail({
  about: {},
  what: () => "Invitation lapsed",
  deadline: "settled",
  preview: () => "It was not answered in time. If you would like to join, ask the coordinator of your region.",
  heading: (letter) => `The invitation to join ${letter.title} has lapsed`,
  Body: () => (
    <>
      <P>{"It was not answered in time. If you would like to join, ask the coordinator of your region."}</P>
    </>
  ),
  button: () => ({ label: "See the invitation" }),
  next: () => null,
  example: { ...membershipOf(), about: {} },
});
