import { defineEmail } from "../define-email";
import { kinshipOffer } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** It is no longer on an agenda. */
export const agendaRemoved = defineEmail({
  about: {},
  what: () => "Taken off the agenda",
  deadline: "settled",
  preview: () => "It waits for another meeting.",
  heading: (letter) => `${sentence(letter.title)} is off the agenda for now`,
  Body: () => (
    <>
      <P>{"It was taken off, or the meeting does not take place. The recommendation stands as it was proposed."}</P>
    </>
  ),
  button: () => ({ label: "See the recommendation" }),
  next: () => "The coordinator puts it on the agenda of another meeting.",
  example: { ...kinshipOffer({ role: "submitter", recipient: { name: "Jo Field" } }), about: {} },
});
