import { defineEmail, fact } from "../define-email";
import { kinshipOffer } from "../examples";
import { P } from "../letter";
import { byRole } from "../roles";

/** Reminder: a decision is awaited. */
export const decisionDue = defineEmail({
  about: { meetingOn: fact.day },
  what: () => "Decide",
  due: (letter) => letter.about.meetingOn,
  deadline: { says: "meeting on" },
  preview: () => "Accept, amend, defer or reject, with a reason.",
  heading: (letter) => `A decision on ${letter.title} is awaited`,
  Body: ({ letter }) => (
    <>
      <P>{byRole(letter, { chair: "Record what the directors decided, with the reason. Deferring needs the date of the next meeting.", others: "The regional chair has not recorded a decision." })}</P>
    </>
  ),
  button: () => ({ label: "Go to the recommendation" }),
  next: () => "Whoever drafted it and the coordinator are told at once.",
  example: { ...kinshipOffer({ role: "chair", recipient: { name: "Colin Marsh" } }), about: { meetingOn: "2027-04-07" } },
});
