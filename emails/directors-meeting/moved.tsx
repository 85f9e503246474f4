import { defineEmail, fact } from "../define-email";
import { directorsInApril } from "../examples";
import { P } from "../letter";
import { sentence } from "../words";

/** The meeting is on another day. */
export const moved = defineEmail({
  about: { heldOn: fact.day },
  what: () => "Moved to another day",
  due: (letter) => letter.about.heldOn,
  deadline: { says: "now on" },
  preview: () => "The meeting has moved.",
  heading: (letter) => `${sentence(letter.title)} has moved`,
  Body: () => (
    <>
      <P>{"Its agenda stays as it is. The date in your calendar is changed by the attached file, if there is one."}</P>
    </>
  ),
  button: () => ({ label: "See the meeting" }),
  next: () => "You are told of the decisions after the meeting.",
  example: { ...directorsInApril({ role: "director", recipient: { name: "Ada Whitlock" } }), about: { heldOn: "2027-04-14" } },
});
