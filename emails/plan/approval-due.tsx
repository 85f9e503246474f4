import { defineEmail, fact } from "../define-email";
import { theRegionsPlan } from "../examples";
import { P } from "../letter";

/** Reminder to decide it. */
export const approvalDue = defineEmail({
  about: { meetingOn: fact.day },
  what: () => "Approve the plan, or return it",
  due: (letter) => letter.about.meetingOn,
  deadline: "awaited",
  preview: () => "It is on the agenda.",
  heading: (letter) => `The plan waits for its decision: ${letter.title}`,
  Body: () => (
    <>
      <P>{"It is on the agenda of the directors’ meeting. The chair records what the directors decided, with the reason."}</P>
    </>
  ),
  button: () => ({ label: "Record the decision" }),
  next: () => "Sponsors and leads are told when it is approved.",
  example: { ...theRegionsPlan({ role: "chair", recipient: { name: "Colin Marsh" } }), about: { meetingOn: "2027-06-07" } },
});
