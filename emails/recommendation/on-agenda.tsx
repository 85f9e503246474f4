import { defineEmail, fact } from "../define-email";
import { kinshipOffer } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";
import { sentence } from "../words";

/** To the chair and whoever drafted it: it is on an agenda. */
export const onAgenda = defineEmail({
  about: { meetingOn: fact.day },
  what: () => "On the directors’ agenda",
  due: (letter) => letter.about.meetingOn,
  deadline: { says: "on" },
  preview: () => "Its paper goes out with the agenda.",
  heading: (letter) => `${sentence(letter.title)} is on the agenda of a directors’ meeting`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { chair: "You decide it at the meeting: accept, amend, defer to a next date, or reject it, each with a reason.", others: "The regional chair decides it at the meeting, with a reason." })}</P>
    </>
  ),
  button: () => ({ label: "See the recommendation" }),
  next: () => "Whoever drafted it is told of the decision as soon as it is recorded.",
  example: { ...kinshipOffer({ role: "chair", recipient: { name: "Colin Marsh" } }), about: { meetingOn: "2027-04-07" } },
});
