import { defineEmail, fact } from "../define-email";
import { cohort } from "../examples";
import { P } from "../letter";

/** To the coordinator as a receipt. */
export const invitationRepeated = defineEmail({
  about: { closesOn: fact.day },
  what: () => "Invitation sent again",
  due: (letter) => letter.about.closesOn,
  deadline: { says: "closes on" },
  preview: () => "It went to the directors of authorities that have nominated nobody.",
  heading: (letter) => `The invitation to nominate for ${letter.title} has gone out again`,
  Body: () => (
    <>
      <P>{"It went to the directors of authorities that have nominated nobody."}</P>
    </>
  ),
  button: () => ({ label: "See the cohort" }),
  next: () => null,
  example: { ...cohort(), about: { closesOn: "2026-12-11" } },
});
