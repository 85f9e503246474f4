import { defineEmail, fact } from "../define-email";
import { conference } from "../examples";
import { P } from "../letter";

/** To the coordinator as a receipt. */
export const invitationRepeated = defineEmail({
  about: { bookBy: fact.day },
  what: () => "Invitation sent again",
  due: (letter) => letter.about.bookBy,
  deadline: { says: "by" },
  preview: () => "To those who have not booked.",
  heading: (letter) => `The invitation to ${letter.title} has gone out again`,
  Body: () => (
    <>
      <P>{"It went to those who were invited and have not booked."}</P>
    </>
  ),
  button: () => ({ label: "See the event" }),
  next: () => null,
  example: { ...conference(), about: { bookBy: "2027-01-29" } },
});
