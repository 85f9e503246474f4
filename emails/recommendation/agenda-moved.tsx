import { defineEmail, fact } from "../define-email";
import { kinshipOffer } from "../examples";
import { P } from "../letter";

/** To whoever drafted it: the meeting is on another day. */
export const agendaMoved = defineEmail({
  about: { meetingOn: fact.day },
  what: () => "To be decided on another day",
  due: (letter) => letter.about.meetingOn,
  deadline: { says: "now on" },
  preview: () => "The directors’ meeting has moved.",
  heading: (letter) => `The meeting that decides ${letter.title} has moved`,
  Body: () => (
    <>
      <P>{"The recommendation stays on its agenda."}</P>
    </>
  ),
  button: () => ({ label: "See the recommendation" }),
  next: () => "You are told of the decision as soon as it is recorded.",
  example: { ...kinshipOffer({ role: "submitter", recipient: { name: "Jo Field" } }), about: { meetingOn: "2027-04-14" } },
});
